import type { EventView } from '@/shared/contract/types';
import type { ChatState, Receipt } from './ChatState';

/** Keeps a frame of a conversation that is not held yet: its summary, once read, may be older than the frame. */
export function keepStray(state: ChatState, frame: EventView | Receipt): ChatState {
  const before = state.strays[frame.conversation] ?? [];
  return { ...state, strays: { ...state.strays, [frame.conversation]: [...before, frame] } };
}
