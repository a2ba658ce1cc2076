import type { NewCall, OngoingCall } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** Calls the other person. Where they were calling here at the same moment, that is answered instead. */
export function startCall(conversation: string, body: NewCall): Promise<OngoingCall> {
  return session.call('OngoingCall', `/conversations/${conversation}/calls`, { method: 'POST', body });
}
