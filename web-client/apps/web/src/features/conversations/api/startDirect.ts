import { uuidv7 } from '@parley/client/text/uuidv7';
import type { DirectConversationFound, DirectConversationWith } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function startDirect(username: string): Promise<DirectConversationFound> {
  const body: DirectConversationWith = { username };
  return session.call('DirectConversationFound', '/conversations/direct', {
    method: 'POST',
    key: uuidv7(),
    body,
  });
}
