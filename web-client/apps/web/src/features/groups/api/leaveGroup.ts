import { uuidv7 } from '@parley/client/text/uuidv7';
import type { MembershipChanged } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function leaveGroup(conversation: string): Promise<MembershipChanged> {
  return session.call('MembershipChanged', `/conversations/${conversation}/members/me`, {
    method: 'DELETE',
    key: uuidv7(),
  });
}
