import type { OngoingCall } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function answerCall(conversation: string, message: string): Promise<OngoingCall> {
  return session.call('OngoingCall', `/conversations/${conversation}/calls/${message}/answer`, {
    method: 'PUT',
  });
}
