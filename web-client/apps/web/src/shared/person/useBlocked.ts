import type { BlockedItem } from '@parley/protocol/types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChat } from '@/shared/sync/useChat';
import { fetchBlocked } from './api/blocks';

/** The people this person blocks; asked for anew when that was changed, here or on another device. */
export function useBlocked() {
  const heard = useChat((state) => state.heard[`blocks/${state.me}`]);
  return useQuery({
    queryKey: ['blocked', heard],
    queryFn: () => fetchBlocked(heard),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

const NOBODY: readonly BlockedItem[] = [];

/** Whether this person blocks someone. */
export function useIsBlocked(user: string): boolean {
  const { data = NOBODY } = useBlocked();
  return data.some((each) => each.user === user);
}
