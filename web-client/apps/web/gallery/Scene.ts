import type { FakeServer } from './FakeServer';

/** One screen, in one state. */
export interface Scene {
  hash: string;
  /** What the server is like. */
  set?(server: FakeServer): void;
  /** What is done before the picture. */
  play?(server: FakeServer): Promise<unknown>;
}
