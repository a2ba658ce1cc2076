import { uuidv7 } from '@parley/client/text/uuidv7';
import type { GroupChanged } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function closeGroup(conversation: string): Promise<GroupChanged> {
  return session.call('GroupChanged', `/conversations/${conversation}/closed`, {
    method: 'PUT',
    key: uuidv7(),
  });
}
