import type { ConversationViewPage } from '@parley/protocol/types';
import type { Call } from '../../api/Http';

export function fetchConversations(
  call: Call,
  cursor: string | null,
  after?: number,
): Promise<ConversationViewPage> {
  const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
  return call('ConversationViewPage', `/conversations?${query}`, { after });
}
