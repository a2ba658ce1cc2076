import type { Conversation } from '@parley/client/conversation/ChatState';
import { peerOf } from '@parley/client/conversation/peerOf';
import { useEffect, useMemo, useState } from 'react';
import { useChat } from '@/shared/sync/useChat';

/** The conversations whose names do not tell them apart, or are easily mistaken for one another. */
export function useNamesakes(conversations: readonly Conversation[]): ReadonlySet<string> {
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const [alikeName, setAlikeName] = useState<(name: string) => string>(() => lowerCase);
  useEffect(
    () => void import('@/shared/text/skeleton').then(({ skeleton }) => setAlikeName(() => skeleton)),
    [],
  );
  return useMemo(() => {
    const first = new Map<string, string>();
    const alike = new Set<string>();
    for (const each of conversations) {
      const name = alikeName(peerOf({ me, people }, each).displayName);
      const other = first.get(name);
      if (other && name !== '') alike.add(other).add(each.conversation);
      else first.set(name, each.conversation);
    }
    return alike;
  }, [conversations, me, people, alikeName]);
}

/** Until it is known which letters look alike. */
const lowerCase = (name: string) => name.toLocaleLowerCase();
