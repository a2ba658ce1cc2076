import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMemo } from 'react';
import { useChat } from '@/shared/sync/useChat';

/** Newest first, by the last message or else the beginning. */
export function useSortedConversations(): Conversation[] {
  const conversations = useChat((state) => state.conversations);
  return useMemo(
    () => Object.values(conversations).sort((a, b) => movedAt(b).localeCompare(movedAt(a))),
    [conversations],
  );
}

function movedAt(conversation: Conversation): string {
  return new Date(conversation.lastMessage?.at ?? conversation.startedAt).toISOString();
}
