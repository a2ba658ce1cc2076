import type { ChatState, Conversation } from './ChatState';

export function unread(conversation: Conversation, me: string): number {
  return Math.max(0, conversation.lastNumber - (conversation.watermarks[me]?.readUpTo ?? 0));
}

export function unreadTotal(state: ChatState): number {
  return Object.values(state.conversations).reduce((sum, each) => sum + unread(each, state.me), 0);
}
