import type { PresenceFrame } from '@parley/protocol/types';
import type { ChatState } from './ChatState';
import { isErased } from './erasedPerson';

export function applyPresence(state: ChatState, { user, online, lastSeen }: PresenceFrame): ChatState {
  if (isErased(state.people, user)) return state;
  return { ...state, presence: { ...state.presence, [user]: { online, lastSeen } } };
}
