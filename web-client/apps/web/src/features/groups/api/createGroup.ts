import { uuidv7 } from '@parley/client/text/uuidv7';
import type { GroupMade, NewGroup } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function createGroup(body: NewGroup): Promise<GroupMade> {
  return session.call('GroupMade', '/conversations/groups', { method: 'POST', key: uuidv7(), body });
}
