import type { ConversationView } from '@parley/protocol/types';
import type { Call } from '../../api/Http';

export function fetchConversation(call: Call, id: string, after?: number): Promise<ConversationView> {
  return call('ConversationView', `/conversations/${id}`, { after });
}
