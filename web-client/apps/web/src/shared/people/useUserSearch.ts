import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { searchUsers } from './searchUsers';

/** Whom what was typed may mean; never oneself. */
export function useUserSearch(typed: string) {
  const me = useChat((state) => state.me);
  const query = useDeferredValue(typed.trim().replace(/^@/, '').normalize('NFC'));
  const found = useQuery({
    queryKey: ['users', query],
    queryFn: ({ signal }) => searchUsers(query, signal),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    // Names of people who delete their accounts are not to linger.
    gcTime: 0,
  });
  const asked = typed.trim() !== '';
  const people = useMemo(
    () => (asked ? (found.data ?? []).filter(({ user }) => user !== me) : []),
    [asked, found.data, me],
  );
  return { people, nothing: asked && found.isSuccess && people.length === 0 };
}
