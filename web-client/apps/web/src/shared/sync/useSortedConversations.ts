import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMemo } from 'react';
import { useChat } from './useChat';
import { useConversationOrder } from './useConversationOrder';

/** Newest first, by the last message or else the beginning. */
export function useSortedConversations(): Conversation[] {
  const order = useConversationOrder();
  const conversations = useChat((state) => state.conversations);
  return useMemo(() => order.flatMap((id) => conversations[id] ?? []), [order, conversations]);
}
