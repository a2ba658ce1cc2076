import type { MovedCall, OngoingCall } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** Goes on with a call here that is on another device. Refused where it was moved meanwhile. */
export function moveCall(conversation: string, message: string, body: MovedCall): Promise<OngoingCall> {
  return session.call('OngoingCall', `/conversations/${conversation}/calls/${message}/device`, {
    method: 'PUT',
    body,
  });
}
