import { uuidv7 } from '@parley/client/text/uuidv7';
import type { GroupChanged, NewRole } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function changeRole(conversation: string, user: string, body: NewRole): Promise<GroupChanged> {
  return session.call('GroupChanged', `/conversations/${conversation}/members/${user}/role`, {
    method: 'PUT',
    key: uuidv7(),
    body,
  });
}
