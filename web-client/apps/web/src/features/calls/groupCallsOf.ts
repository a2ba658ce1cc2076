import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { GroupCalls } from './GroupCalls';

const known = new WeakMap<ChatEngine, GroupCalls>();

/** The calls in groups of who is signed in, for all who show something of them. */
export function groupCallsOf(engine: ChatEngine): GroupCalls {
  const calls = known.get(engine) ?? new GroupCalls(engine);
  known.set(engine, calls);
  return calls;
}
