import { is } from '@parley/protocol/is';
import type { ServerFrame } from '@parley/protocol/types';

/** What the server says, or null where this client does not know what it says: a newer server may say more. */
export function readFrame(data: unknown): ServerFrame | null {
  const frame: unknown = typeof data === 'string' ? JSON.parse(data) : null;
  return is('ServerFrame', frame) ? frame : null;
}
