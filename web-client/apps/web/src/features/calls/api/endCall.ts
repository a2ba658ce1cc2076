import type { EndOfCall } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** Ends a call, takes it back or declines it: which of these it is depends on how far it has come when the server hears of it. */
export function endCall(conversation: string, message: string, failed: boolean): Promise<void> {
  const body: EndOfCall = { failed };
  return session.command(`/conversations/${conversation}/calls/${message}/end`, {
    method: 'POST',
    body,
    keepalive: true,
  });
}
