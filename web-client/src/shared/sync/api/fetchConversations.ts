import type { ConversationSummary } from '@/shared/conversation/ConversationSummary';
import type { Position } from '@/shared/gateway/frames';
import { authorized } from '@/shared/session/authorized';
import type { Page } from './Page';

export function fetchConversations(
  cursor: string | null,
  after?: Position,
): Promise<Page<ConversationSummary>> {
  const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
  return authorized(`/conversations?${query}`, { after });
}
