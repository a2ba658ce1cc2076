import { uuidv7 } from '@parley/client/text/uuidv7';
import type { GroupChanged, NewOwner } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function handOver(conversation: string, body: NewOwner): Promise<GroupChanged> {
  return session.call('GroupChanged', `/conversations/${conversation}/owner`, {
    method: 'PUT',
    key: uuidv7(),
    body,
  });
}
