import type { PersonProfile } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** @param after the position of a change that is known of */
export function fetchPerson(username: string, after: number | undefined): Promise<PersonProfile> {
  return session.call('PersonProfile', `/users/${encodeURIComponent(username)}`, { after });
}
