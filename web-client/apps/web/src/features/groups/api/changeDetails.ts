import { uuidv7 } from '@parley/client/text/uuidv7';
import type { GroupChanged, NewGroupDetails } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function changeDetails(conversation: string, body: NewGroupDetails): Promise<GroupChanged> {
  return session.call('GroupChanged', `/conversations/${conversation}/details`, {
    method: 'PUT',
    key: uuidv7(),
    body,
  });
}
