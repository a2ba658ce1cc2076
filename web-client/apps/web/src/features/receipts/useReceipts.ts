import type { Reach } from '@parley/client/conversation/messageStatus';
import { useQuery } from '@tanstack/react-query';
import { fetchReceipts } from './api/fetchReceipts';

/** The times of a message's steps. How many it has reached is part of the key: when that changes, so have the times. */
export function useReceipts(conversation: string, number: number, { delivered, read }: Reach) {
  return useQuery({
    queryKey: ['receipts', conversation, number, delivered, read],
    queryFn: () => fetchReceipts(conversation, number),
    placeholderData: (before) => before,
    // The view that answers may be a moment behind the frame that told how far the message is.
    refetchInterval: ({ state: { data } }) => {
      const behind =
        data &&
        (data.filter(({ readAt }) => readAt).length < read ||
          data.filter(({ deliveredAt, readAt }) => deliveredAt ?? readAt).length < delivered);
      return behind ? 1_000 : false;
    },
  });
}
