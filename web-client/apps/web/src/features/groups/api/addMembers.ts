import { uuidv7 } from '@parley/client/text/uuidv7';
import type { NewMembers, PeopleAdded } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function addMembers(conversation: string, users: string[]): Promise<PeopleAdded> {
  const body: NewMembers = { users };
  return session.call('PeopleAdded', `/conversations/${conversation}/members`, {
    method: 'POST',
    key: uuidv7(),
    body,
  });
}
