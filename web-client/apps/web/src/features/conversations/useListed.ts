import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMemo } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { isListed, type ListFilter } from './listFilters';

/** The conversations that the list shows, how many are put away, and how many ask. */
export function useListed(
  conversations: readonly Conversation[],
  filter: ListFilter,
): { listed: readonly Conversation[]; archived: number; requests: number } {
  const { store } = useEngine();
  const arrangements = useChat((state) => state.arrangements);
  const commands = useChat((state) => state.commands);
  return useMemo(() => {
    const state = { ...store.getState(), arrangements, commands };
    const count = (of: ListFilter) => conversations.filter((each) => isListed(state, each, of)).length;
    return {
      listed: conversations.filter((each) => isListed(state, each, filter)),
      archived: count('archive'),
      requests: count('requests'),
    };
  }, [store, conversations, filter, arrangements, commands]);
}
