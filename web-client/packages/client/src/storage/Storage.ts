/**
 * Keeps values by key on this device, through the end of the program. Keys of what belongs to a person begin with `<user>/`. A change that is
 * asked for after another is carried out after it.
 */
export interface Storage {
  /** Every value whose key begins so, by key. */
  read(prefix: string): Promise<ReadonlyMap<string, unknown>>;
  /** Puts values, and removes those that are undefined: all of it or nothing. */
  write(changes: ReadonlyMap<string, unknown>): Promise<void>;
  /** Removes every value whose key begins so. */
  clear(prefix: string): Promise<void>;
}
