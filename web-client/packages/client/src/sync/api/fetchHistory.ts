import type { MessageViewPage } from '@parley/protocol/types';
import { authorized } from '../../session/authorized';

export const HISTORY_PAGE = 50;

/** The messages right before a number, newest first. */
export function fetchHistory(id: string, before: number): Promise<MessageViewPage> {
  return authorized(
    'MessageViewPage',
    `/conversations/${id}/messages?before=${before}&limit=${HISTORY_PAGE}`,
  );
}
