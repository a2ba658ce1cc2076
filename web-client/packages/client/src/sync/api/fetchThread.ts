import type { ThreadPage } from '@parley/protocol/types';
import type { Call } from '../../api/Http';

/** The messages of a thread, newest first, from a view that holds a position. */
export function fetchThread(
  call: Call,
  id: string,
  root: number,
  cursor: string | null,
  position: number | undefined,
): Promise<ThreadPage> {
  const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
  return call('ThreadPage', `/conversations/${id}/threads/${root}${query}`, { after: position });
}
