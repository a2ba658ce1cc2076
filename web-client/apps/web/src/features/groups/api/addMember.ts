import { uuidv7 } from '@parley/client/text/uuidv7';
import type { MembershipChanged, NewMember } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function addMember(conversation: string, user: string): Promise<MembershipChanged> {
  const body: NewMember = { user };
  return session.call('MembershipChanged', `/conversations/${conversation}/members`, {
    method: 'POST',
    key: uuidv7(),
    body,
  });
}
