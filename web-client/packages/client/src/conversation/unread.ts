import { arrangementOf, isQuiet, wantedNews } from './arrangement';
import type { ChatState, Conversation } from './ChatState';
import { hiddenBehind, isHidden } from './hidden';
import { personalMentions, unreadMentions } from './mentions';

export function unread(conversation: Conversation, me: string): number {
  const read = conversation.watermarks[me]?.readUpTo ?? 0;
  const { lastNumber, uncounted = [] } = conversation;
  const out = uncounted.filter(
    (number) => number > read && number <= lastNumber && !isHidden(conversation, number),
  );
  return Math.max(0, lastNumber - read - hiddenBehind(conversation, read) - out.length);
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

/** How much of that calls for them: of what is muted or put away only mentions by name do, and nothing of what they want no news of. */
export function calling(state: ChatState, conversation: Conversation, now: number): number {
  if (conversation.request) return 0;
  const arranged = arrangementOf(state, conversation.conversation);
  const wanted = wantedNews(arranged);
  if (wanted === 'none') return 0;
  if (isQuiet(arranged, now)) return personalMentions(conversation, state.me).length;
  return wanted === 'mentions' ? unreadMentions(conversation, state.me).length : waiting(state, conversation);
}
