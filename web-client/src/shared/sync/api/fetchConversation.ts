import type { ConversationSummary } from '@/shared/conversation/ConversationSummary';
import type { Position } from '@/shared/gateway/frames';
import { authorized } from '@/shared/session/authorized';

export function fetchConversation(id: string, after?: Position): Promise<ConversationSummary> {
  return authorized(`/conversations/${id}`, { after });
}
