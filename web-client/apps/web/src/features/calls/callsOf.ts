import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { TabCalls } from './TabCalls';

const known = new WeakMap<ChatEngine, TabCalls>();

/** The calls of who is signed in, for all who show something of them. */
export function callsOf(engine: ChatEngine): TabCalls {
  const calls = known.get(engine) ?? new TabCalls(engine);
  known.set(engine, calls);
  return calls;
}
