import type { Person } from '@parley/client/conversation/ChatState';
import { peerOf } from '@parley/client/conversation/peerOf';
import { useMemo } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useSortedConversations } from '@/shared/sync/useSortedConversations';

interface Recent {
  conversation: string;
  kind: string;
  peer: Person;
}

/** The conversations with whom they are with, newest first. Nobody goes to someone whose account was deleted. */
export function useRecent(): readonly Recent[] {
  const conversations = useSortedConversations();
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  return useMemo(
    () =>
      conversations
        .map((each) => ({ each, peer: peerOf({ me, people }, each) }))
        .filter(({ peer }) => !peer.erased)
        .map(({ each: { conversation, kind }, peer }) => ({
          conversation,
          kind,
          peer: { ...peer, displayName: nameOf(peer) },
        })),
    [conversations, me, people],
  );
}
