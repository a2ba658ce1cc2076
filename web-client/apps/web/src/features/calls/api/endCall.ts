import type { EndOfCall } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** Ends a call, takes it back or declines it, or leaves that of a group or ends it for all: which of these it is depends on how far it has come when the server hears of it. */
export function endCall(
  conversation: string,
  message: string,
  failed: boolean,
  forAll?: boolean,
): Promise<void> {
  const body: EndOfCall = forAll ? { failed, forAll } : { failed };
  return session.command(`/conversations/${conversation}/calls/${message}/end`, {
    method: 'POST',
    body,
    keepalive: true,
  });
}
