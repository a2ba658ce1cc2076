import type { MessagePage } from '@parley/protocol/types';
import type { Call } from '../../api/Http';

export const HISTORY_PAGE = 50;

/** The messages right before a number, newest first, or right after one, oldest first, from a view that holds a position. */
export function fetchHistory(
  call: Call,
  id: string,
  place: { before: number } | { after: number },
  position: number | undefined,
  limit = HISTORY_PAGE,
): Promise<MessagePage> {
  const query = new URLSearchParams();
  for (const [side, number] of Object.entries(place)) query.set(side, String(number));
  query.set('limit', String(limit));
  return call('MessagePage', `/conversations/${id}/messages?${query}`, { after: position });
}
