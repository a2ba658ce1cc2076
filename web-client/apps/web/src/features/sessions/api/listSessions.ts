import type { SessionItem, SessionPage } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** Every session of this person, the one in use first. */
export async function listSessions(): Promise<SessionItem[]> {
  const sessions: SessionItem[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const page: SessionPage = await session.call('SessionPage', `/sessions${query}`);
    sessions.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return sessions.sort((a, b) => Number(b.current) - Number(a.current));
}
