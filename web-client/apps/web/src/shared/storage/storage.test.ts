import 'fake-indexeddb/auto';
import { MemoryStorage } from '@parley/client/storage/MemoryStorage';
import { describe, expect, test } from 'vitest';
import { IndexedDbStorage } from './IndexedDbStorage';

let databases = 0;
const kinds = {
  'in memory': () => new MemoryStorage(),
  'in IndexedDB': () => new IndexedDbStorage(`test ${++databases}`),
};

describe.each(Object.entries(kinds))('a storage %s', (_, made) => {
  test('answers with what was put under keys that begin so, as it was', async () => {
    const storage = made();
    const value = { text: 'hello', at: [1, 2] };
    await storage.write(
      new Map<string, unknown>([
        ['alice/own/1', value],
        ['alice/read/1', 2],
        ['alicia/own/1', 3],
      ]),
    );
    value.text = 'changed since';
    expect(await storage.read('alice/own/')).toEqual(
      new Map([['alice/own/1', { text: 'hello', at: [1, 2] }]]),
    );
    expect((await storage.read('')).size).toBe(3);
  });

  test('removes what is undefined, and changes what is there', async () => {
    const storage = made();
    await storage.write(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    );
    await storage.write(
      new Map([
        ['a', undefined],
        ['b', 3],
      ]),
    );
    expect(await storage.read('')).toEqual(new Map([['b', 3]]));
  });

  test('clears what begins so, after what was asked for before', async () => {
    const storage = made();
    const written = storage.write(
      new Map([
        ['alice/1', 1],
        ['bob/1', 2],
      ]),
    );
    const cleared = storage.clear('alice/');
    await Promise.all([written, cleared]);
    expect(await storage.read('')).toEqual(new Map([['bob/1', 2]]));
  });
});
