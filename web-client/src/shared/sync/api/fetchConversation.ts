import type { ConversationView } from '@/shared/contract/types';
import { authorized } from '@/shared/session/authorized';

export function fetchConversation(id: string, after?: number): Promise<ConversationView> {
  return authorized('ConversationView', `/conversations/${id}`, { after });
}
