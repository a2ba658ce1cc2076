import { useQuery } from '@tanstack/react-query';
import { fetchMe } from './api/fetchMe';

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: fetchMe, staleTime: Number.POSITIVE_INFINITY });
}
