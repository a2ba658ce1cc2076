import type { Conversation } from '@parley/client/conversation/ChatState';
import { peerOf } from '@parley/client/conversation/peerOf';
import { useMemo } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { skeleton } from '@/shared/text/skeleton';

/** The conversations whose names do not tell them apart, or are easily mistaken for one another. */
export function useNamesakes(conversations: readonly Conversation[]): ReadonlySet<string> {
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  return useMemo(() => {
    const first = new Map<string, string>();
    const alike = new Set<string>();
    for (const each of conversations) {
      const name = skeleton(peerOf({ me, people }, each).displayName);
      const other = first.get(name);
      if (other && name !== '') alike.add(other).add(each.conversation);
      else first.set(name, each.conversation);
    }
    return alike;
  }, [conversations, me, people]);
}
