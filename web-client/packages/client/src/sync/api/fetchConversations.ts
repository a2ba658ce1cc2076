import type { ConversationViewPage } from '@parley/protocol/types';
import { authorized } from '../../session/authorized';

export function fetchConversations(cursor: string | null, after?: number): Promise<ConversationViewPage> {
  const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
  return authorized('ConversationViewPage', `/conversations?${query}`, { after });
}
