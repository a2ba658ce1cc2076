import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endSession } from './api/endSession';

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: endSession,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}
