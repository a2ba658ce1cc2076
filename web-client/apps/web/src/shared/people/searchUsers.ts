import type { FoundPerson } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export async function searchUsers(query: string, signal: AbortSignal): Promise<FoundPerson[]> {
  const parameters = new URLSearchParams({ query, limit: '7' });
  const { items } = await session.call('FoundPersonPage', `/users?${parameters}`, { signal });
  return items;
}
