import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEngine } from '@/shared/sync/useEngine';
import { listSessions } from './api/listSessions';

/** The sessions of this person, asked for anew when one begins. */
export function useSessions() {
  const { frames } = useEngine();
  const queries = useQueryClient();
  useEffect(
    () => frames.listen('signed-in', () => void queries.invalidateQueries({ queryKey: ['sessions'] })),
    [frames, queries],
  );
  return useQuery({ queryKey: ['sessions'], queryFn: listSessions });
}
