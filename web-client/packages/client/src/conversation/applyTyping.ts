import type { TypingFrame } from '@parley/protocol/types';
import type { ChatState } from './ChatState';
import { isErased } from './erasedPerson';

/** Someone counts as typing for this long without another frame. */
export const TYPING_MS = 6_000;

export function applyTyping(state: ChatState, frame: TypingFrame, now: number): ChatState {
  if (frame.user === state.me || isErased(state.people, frame.user)) return state;
  const { [frame.user]: _, ...others } = state.typing[frame.conversation] ?? {};
  const typing = frame.on ? { ...others, [frame.user]: now + TYPING_MS } : others;
  return { ...state, typing: { ...state.typing, [frame.conversation]: typing } };
}

export function expireTyping(state: ChatState, now: number): ChatState {
  const typing = Object.fromEntries(
    Object.entries(state.typing)
      .map(
        ([id, users]) =>
          [id, Object.fromEntries(Object.entries(users).filter(([, until]) => until > now))] as const,
      )
      .filter(([, users]) => Object.keys(users).length > 0),
  );
  return { ...state, typing };
}
