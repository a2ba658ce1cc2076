import { expect, test } from 'vitest';
import { skeleton } from './skeleton';

test.each([
  ['Alice', 'АLICE'],
  ['Alice', 'Аliсе'],
  ['Alice', 'A1ice'],
  ['Alice', 'Álíce'],
  ['Alice Archer', 'AliceArcher'],
  ['Alice', 'Ali\u200bce'],
  ['Morning', 'Moming'],
  ['Ｂｏｂ', 'bob'],
])('%s is easily taken for %s', (one, other) => expect(skeleton(one)).toBe(skeleton(other)));

test.each([
  ['Alice', 'Alicia'],
  ['Bob', 'Rob'],
  ['Анна', 'Инна'],
])('%s is not taken for %s', (one, other) => expect(skeleton(one)).not.toBe(skeleton(other)));
