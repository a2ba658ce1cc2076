import { uuidv7 } from '@parley/client/text/uuidv7';
import type { GroupChanged, NewGroupSettings } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function changeSettings(conversation: string, body: NewGroupSettings): Promise<GroupChanged> {
  return session.call('GroupChanged', `/conversations/${conversation}/settings`, {
    method: 'PUT',
    key: uuidv7(),
    body,
  });
}
