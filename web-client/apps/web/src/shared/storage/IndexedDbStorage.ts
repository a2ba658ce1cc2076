import { MemoryStorage } from '@parley/client/storage/MemoryStorage';
import type { Storage } from '@parley/client/storage/Storage';
import type { IDBPDatabase } from 'idb';

const VALUES = 'values';

/** Keeps values in the browser's IndexedDB; in memory where the browser does not let it, as in some private windows. */
export class IndexedDbStorage implements Storage {
  readonly #database: Promise<IDBPDatabase | null>;
  readonly #memory = new MemoryStorage();

  constructor(name: string) {
    this.#database = open(name).catch(() => null);
  }

  async read(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const database = await this.#database;
    if (!database) return this.#memory.read(prefix);
    const { store } = database.transaction(VALUES);
    const [keys, values] = await Promise.all([
      store.getAllKeys(beginningWith(prefix)),
      store.getAll(beginningWith(prefix)),
    ]);
    return new Map(keys.map((key, i) => [String(key), values[i]]));
  }

  async write(changes: ReadonlyMap<string, unknown>): Promise<void> {
    if (changes.size === 0) return;
    const database = await this.#database;
    if (!database) return this.#memory.write(changes);
    const { store, done } = database.transaction(VALUES, 'readwrite');
    for (const [key, value] of changes)
      void (value === undefined ? store.delete(key) : store.put(value, key));
    await done;
  }

  async clear(prefix: string): Promise<void> {
    const database = await this.#database;
    if (!database) return this.#memory.clear(prefix);
    await database.delete(VALUES, beginningWith(prefix));
  }
}

function beginningWith(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

async function open(name: string): Promise<IDBPDatabase> {
  const { openDB } = await import('idb');
  return openDB(name, 1, { upgrade: (database) => void database.createObjectStore(VALUES) });
}
