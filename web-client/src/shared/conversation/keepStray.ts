import type { EventFrame, ReceiptFrame } from '@/shared/gateway/frames';
import type { ChatState } from './ChatState';

/** Keeps a frame of a conversation that is not held yet: its summary, once read, may be older than the frame. */
export function keepStray(state: ChatState, frame: EventFrame | ReceiptFrame): ChatState {
  const before = state.strays[frame.conversation] ?? [];
  return { ...state, strays: { ...state.strays, [frame.conversation]: [...before, frame] } };
}
