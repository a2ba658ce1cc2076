import type { ChatEngine } from '@parley/client/sync/ChatEngine';

/** Where a reader left a conversation: the message at the top of what was in sight, and how much of it was above that. */
export interface LeftAt {
  number: number;
  above: number;
}

const places = new WeakMap<ChatEngine, Map<string, LeftAt>>();

/** Where each conversation was left, for as long as this person is signed in. One left at its end is not among them. */
export function placesOf(engine: ChatEngine): Map<string, LeftAt> {
  const known = places.get(engine) ?? new Map<string, LeftAt>();
  places.set(engine, known);
  return known;
}
