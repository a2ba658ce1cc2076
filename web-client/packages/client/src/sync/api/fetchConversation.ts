import type { ConversationView } from '@parley/protocol/types';
import { authorized } from '../../session/authorized';

export function fetchConversation(id: string, after?: number): Promise<ConversationView> {
  return authorized('ConversationView', `/conversations/${id}`, { after });
}
