import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endSession } from './api/endSession';

export function useEndOthers() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => endSession('others'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}
