import type { EventView } from '@parley/protocol/types';
import type { ChatState, Receipt } from './ChatState';

/** Keeps a frame of a conversation that is not held yet: its summary, once read, may be older than the frame. */
export function keepPendingFrame(state: ChatState, frame: EventView | Receipt): ChatState {
  const before = state.pendingFrames[frame.conversation] ?? [];
  return { ...state, pendingFrames: { ...state.pendingFrames, [frame.conversation]: [...before, frame] } };
}
