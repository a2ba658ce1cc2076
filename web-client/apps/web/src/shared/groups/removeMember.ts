import { uuidv7 } from '@parley/client/text/uuidv7';
import type { MembershipChanged } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function removeMember(conversation: string, user: string, ban: boolean): Promise<MembershipChanged> {
  return session.call('MembershipChanged', `/conversations/${conversation}/members/${user}?ban=${ban}`, {
    method: 'DELETE',
    key: uuidv7(),
  });
}
