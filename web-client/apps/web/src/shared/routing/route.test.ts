import { expect, test } from 'vitest';
import { hrefOf, invitationOf, inviterOf, parseRoute, placeOf } from './route';

test.each([
  '#/',
  '#/c/abc',
  '#/c/abc/m/12',
  '#/account',
  '#/u/alice',
  '#/erasure/x',
  '#/sign-up',
  '#/sign-in?next=%23%2Fc%2Fabc%2Fm%2F12',
])('%s is the address of what it names', (hash) => expect(hrefOf(parseRoute(hash))).toBe(hash));

test('what is no number names no message', () => {
  for (const number of ['0', '-1', '1e3', 'x', ''])
    expect(hrefOf(parseRoute(`#/c/abc/m/${number}`))).toBe('#/c/abc');
});

test('an invitation names who it is from, and nothing else does', () => {
  expect(inviterOf(parseRoute(new URL(invitationOf('alice')).hash))).toBe('alice');
  for (const hash of ['#/', '#/u', '#/u/Not%20a%20name', '#/c/alice', '#/account'])
    expect(inviterOf(parseRoute(hash))).toBeNull();
});

test('who has to sign in first gets where they wanted to be, and never back to the form', () => {
  const wanted = { page: 'conversation', conversation: 'abc', number: 12 } as const;
  expect(placeOf(wanted)).toEqual(wanted);
  expect(placeOf(parseRoute(hrefOf({ page: 'sign-up', next: wanted })))).toEqual(wanted);
  expect(placeOf(parseRoute('#/sign-in?next=%23%2Fsign-up'))).toEqual({ page: 'conversations' });
});
