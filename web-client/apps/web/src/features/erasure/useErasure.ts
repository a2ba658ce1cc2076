import { Problem } from '@parley/client/api/Problem';
import { useQuery } from '@tanstack/react-query';
import { fetchErasure } from './api/fetchErasure';

const AGAIN_MS = 1_500;

/** How far an erasure has come, asked for again until it is complete. */
export function useErasure(erasure: string) {
  return useQuery({
    queryKey: ['erasure', erasure],
    queryFn: () => fetchErasure(erasure),
    refetchInterval: ({ state }) => {
      const unknown = state.error instanceof Problem && !state.error.retryable;
      return unknown || state.data?.complete ? false : AGAIN_MS;
    },
  });
}
