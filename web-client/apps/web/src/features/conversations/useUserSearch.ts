import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { searchUsers } from './api/searchUsers';

export function useUserSearch(typed: string) {
  const query = useDeferredValue(typed.trim().replace(/^@/, '').normalize('NFC'));
  return useQuery({
    queryKey: ['users', query],
    queryFn: ({ signal }) => searchUsers(query, signal),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    // Names of people who delete their accounts are not to linger.
    gcTime: 0,
  });
}
