import type { DirectConversationFound, DirectConversationWith } from '@/shared/contract/types';
import { authorized } from '@/shared/session/authorized';
import { uuidv7 } from '@/shared/text/uuidv7';

export function startDirect(username: string): Promise<DirectConversationFound> {
  const body: DirectConversationWith = { username };
  return authorized('DirectConversationFound', '/conversations/direct', {
    method: 'POST',
    key: uuidv7(),
    body,
  });
}
