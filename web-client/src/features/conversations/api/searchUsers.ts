import type { Person } from '@/shared/conversation/ChatState';
import { authorized } from '@/shared/session/authorized';

export async function searchUsers(query: string, signal: AbortSignal): Promise<Person[]> {
  const parameters = new URLSearchParams({ query, limit: '6' });
  const { items } = await authorized<{ items: Person[] }>(`/users?${parameters}`, { signal });
  return items;
}
