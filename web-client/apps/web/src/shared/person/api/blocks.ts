import { uuidv7 } from '@parley/client/text/uuidv7';
import type { BlockChanged, BlockedItem } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** @param after the position of a change that is known of */
export async function fetchBlocked(after: number | undefined): Promise<readonly BlockedItem[]> {
  const { items } = await session.call('BlockedList', '/me/blocks', { after });
  return items;
}

export function setBlocked(user: string, blocked: boolean): Promise<BlockChanged> {
  return session.call('BlockChanged', `/me/blocks/${user}`, {
    method: blocked ? 'PUT' : 'DELETE',
    key: uuidv7(),
  });
}
