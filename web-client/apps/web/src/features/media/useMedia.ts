import { useInfiniteQuery } from '@tanstack/react-query';
import { fetchMedia } from './api/fetchMedia';

/** Messages that hold something of a kind, newest first, as far back as was asked. Asked anew each time the list is opened. */
export function useMedia(conversation: string, kind: string) {
  return useInfiniteQuery({
    queryKey: ['media', conversation, kind],
    queryFn: ({ pageParam }) => fetchMedia(conversation, kind, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
  });
}
