import { useMutation } from '@tanstack/react-query';
import { useEngine } from '@/shared/sync/useEngine';
import { setBlocked } from './api/blocks';
import { blocked } from './useBlocked';

/** Blocks someone, or ends that. */
export function useSetBlocked(user: string, done?: () => void) {
  const engine = useEngine();
  return useMutation({
    mutationFn: (isBlocked: boolean) => setBlocked(user, isBlocked),
    onSuccess: () => {
      blocked.again(engine);
      done?.();
    },
  });
}
