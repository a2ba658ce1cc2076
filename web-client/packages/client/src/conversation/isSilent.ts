import { arrangementOf, isQuiet } from './arrangement';
import type { ChatState } from './ChatState';

/** Whether nothing is to be told of what arrives in a conversation, though it is counted: it is quiet, a request, or nobody is to disturb this person now. */
export function isSilent(state: ChatState, conversation: string, now: number): boolean {
  const quietUntil = state.people[state.me]?.status?.quietUntil;
  return (
    isQuiet(arrangementOf(state, conversation), now) ||
    state.conversations[conversation]?.request !== undefined ||
    (!!quietUntil && Date.parse(quietUntil) > now)
  );
}
