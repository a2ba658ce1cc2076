import type { StartDirectRequest, StartedConversation } from '@/shared/contract/types';
import { authorized } from '@/shared/session/authorized';

export function startDirect(username: string): Promise<StartedConversation> {
  const body: StartDirectRequest = { username };
  return authorized('StartedConversation', '/conversations/direct', { method: 'POST', body });
}
