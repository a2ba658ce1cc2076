import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { useQuery } from '@tanstack/react-query';
import { fetchReceipts } from './api/fetchReceipts';

/** The times of a message's steps. Its status is part of the key: when that changes, so have the times. */
export function useReceipts(conversation: string, number: number, status: MessageStatus) {
  return useQuery({
    queryKey: ['receipts', conversation, number, status],
    queryFn: () => fetchReceipts(conversation, number),
    // The view that answers may be a moment behind the frame that told the status.
    refetchInterval: ({ state }) => {
      const behind = state.data?.some((receipt) =>
        status === 'read' ? !receipt.readAt : !receipt.deliveredAt,
      );
      return behind && status !== 'sent' ? 1_000 : false;
    },
  });
}
