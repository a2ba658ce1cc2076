import { authorized } from '@parley/client/session/authorized';
import { uuidv7 } from '@parley/client/text/uuidv7';
import type { DirectConversationFound, DirectConversationWith } from '@parley/protocol/types';

export function startDirect(username: string): Promise<DirectConversationFound> {
  const body: DirectConversationWith = { username };
  return authorized('DirectConversationFound', '/conversations/direct', {
    method: 'POST',
    key: uuidv7(),
    body,
  });
}
