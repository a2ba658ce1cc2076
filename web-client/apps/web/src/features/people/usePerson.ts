import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChat } from '@/shared/sync/useChat';
import { fetchPerson } from './api/fetchPerson';

/** What someone lets others know; asked for anew when they changed it. */
export function usePerson(user: string, username: string | undefined) {
  const heard = useChat((state) => state.heard[`account/${user}`]);
  return useQuery({
    queryKey: ['person', user, heard],
    queryFn: () => fetchPerson(username ?? '', heard),
    enabled: username !== undefined && username !== '',
    placeholderData: keepPreviousData,
  });
}
