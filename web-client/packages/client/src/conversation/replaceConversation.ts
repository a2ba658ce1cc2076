import type { ChatState, Conversation } from './ChatState';

export function replaceConversation(state: ChatState, conversation: Conversation): ChatState {
  return { ...state, conversations: { ...state.conversations, [conversation.conversation]: conversation } };
}
