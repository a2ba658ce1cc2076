import { uuidv7 } from '@parley/client/text/uuidv7';
import type { MembershipChanged, NewMembers } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function addMembers(conversation: string, users: string[]): Promise<MembershipChanged> {
  const body: NewMembers = { users };
  return session.call('MembershipChanged', `/conversations/${conversation}/members`, {
    method: 'POST',
    key: uuidv7(),
    body,
  });
}
