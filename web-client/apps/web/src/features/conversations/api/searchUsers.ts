import { authorized } from '@parley/client/session/authorized';
import type { FoundPerson } from '@parley/protocol/types';

export async function searchUsers(query: string, signal: AbortSignal): Promise<FoundPerson[]> {
  const parameters = new URLSearchParams({ query, limit: '6' });
  const { items } = await authorized('FoundPersonPage', `/users?${parameters}`, { signal });
  return items;
}
