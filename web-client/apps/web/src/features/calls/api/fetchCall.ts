import type { OngoingCall } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** How far a call is, and whether this session is the device in it. Refused once it is over. */
export function fetchCall(conversation: string, message: string): Promise<OngoingCall> {
  return session.call('OngoingCall', `/conversations/${conversation}/calls/${message}`);
}
