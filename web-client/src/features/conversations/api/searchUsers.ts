import type { FoundPerson } from '@/shared/contract/types';
import { authorized } from '@/shared/session/authorized';

export async function searchUsers(query: string, signal: AbortSignal): Promise<FoundPerson[]> {
  const parameters = new URLSearchParams({ query, limit: '6' });
  const { items } = await authorized('FoundPersonPage', `/users?${parameters}`, { signal });
  return items;
}
