import type { ConversationViewPage } from '@/shared/contract/types';
import { authorized } from '@/shared/session/authorized';

export function fetchConversations(cursor: string | null, after?: number): Promise<ConversationViewPage> {
  const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
  return authorized('ConversationViewPage', `/conversations?${query}`, { after });
}
