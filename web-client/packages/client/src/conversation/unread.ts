import { arrangementOf, isQuiet } from './arrangement';
import type { ChatState, Conversation } from './ChatState';
import { unreadMentions } from './mentions';

export function unread(conversation: Conversation, me: string): number {
  return Math.max(0, conversation.lastNumber - (conversation.watermarks[me]?.readUpTo ?? 0));
}

/**
 * How much waits for this person in a conversation: one that they marked as unread by hand waits as one message does. Requests are counted on
 * their own.
 */
export function waiting(state: ChatState, conversation: Conversation): number {
  if (conversation.request) return 0;
  const marked = arrangementOf(state, conversation.conversation).unread ? 1 : 0;
  return Math.max(unread(conversation, state.me), marked);
}

/** How much of that calls for them: of what is muted or put away only mentions do. */
export function calling(state: ChatState, conversation: Conversation, now: number): number {
  return isQuiet(arrangementOf(state, conversation.conversation), now) && !conversation.request
    ? unreadMentions(conversation, state.me).length
    : waiting(state, conversation);
}
