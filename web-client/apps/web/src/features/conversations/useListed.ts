import { arrangementOf } from '@parley/client/conversation/arrangement';
import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMemo } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { isListed, type ListFilter } from './listFilters';

/** The conversations that the list shows, and how many are put away. */
export function useListed(
  conversations: readonly Conversation[],
  filter: ListFilter,
): { listed: readonly Conversation[]; archived: number } {
  const { store } = useEngine();
  const arrangements = useChat((state) => state.arrangements);
  const commands = useChat((state) => state.commands);
  return useMemo(() => {
    const state = { ...store.getState(), arrangements, commands };
    return {
      listed: conversations.filter((each) => isListed(state, each, filter)),
      archived: conversations.filter(({ conversation }) => arrangementOf(state, conversation).archived)
        .length,
    };
  }, [store, conversations, filter, arrangements, commands]);
}
