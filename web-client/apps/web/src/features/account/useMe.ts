import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChat } from '@/shared/sync/useChat';
import { fetchMe } from './api/fetchMe';

/** What Parley knows of this person; asked for anew when it was changed, here or on another device. */
export function useMe() {
  const heard = useChat((state) => state.heard[`account/${state.me}`]);
  return useQuery({
    queryKey: ['me', heard],
    queryFn: () => fetchMe(heard),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
