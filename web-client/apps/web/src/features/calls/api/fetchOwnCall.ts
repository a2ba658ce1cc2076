import type { OwnCall } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** The call between two that this person is in, on whichever device. */
export function fetchOwnCall(): Promise<OwnCall> {
  return session.call('OwnCall', '/calls/own');
}
