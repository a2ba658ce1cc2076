import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setBlocked } from './api/blocks';

/** Blocks someone, or ends that. */
export function useSetBlocked(user: string, done?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (blocked: boolean) => setBlocked(user, blocked),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['blocked'] });
      done?.();
    },
  });
}
