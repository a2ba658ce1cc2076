import { useQuery } from '@tanstack/react-query';
import { listSessions } from './api/listSessions';

export function useSessions() {
  return useQuery({ queryKey: ['sessions'], queryFn: listSessions });
}
