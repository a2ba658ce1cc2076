import { type Arrangement, arrangementOf } from '@parley/client/conversation/arrangement';
import { useRef } from 'react';
import { useChat } from '@/shared/sync/useChat';

/** How this person has a conversation in their list; the same object as long as it is so. */
export function useArrangement(conversation: string): Arrangement {
  const held = useRef<Arrangement | null>(null);
  return useChat((state) => {
    const now = arrangementOf(state, conversation);
    if (!held.current || !same(held.current, now)) held.current = now;
    return held.current;
  });
}

function same(one: Arrangement, other: Arrangement): boolean {
  return (
    one.mutedUntil === other.mutedUntil &&
    one.news === other.news &&
    one.pinned === other.pinned &&
    one.archived === other.archived &&
    one.favourite === other.favourite &&
    one.unread === other.unread
  );
}
