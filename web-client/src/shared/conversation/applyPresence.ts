import type { PresenceFrame } from '@/shared/gateway/frames';
import type { ChatState } from './ChatState';

export function applyPresence(state: ChatState, { user, online, lastSeen }: PresenceFrame): ChatState {
  return { ...state, presence: { ...state.presence, [user]: { online, lastSeen } } };
}
