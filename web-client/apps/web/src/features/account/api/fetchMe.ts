import { authorized } from '@parley/client/session/authorized';
import type { Me } from '@parley/protocol/types';

export function fetchMe(): Promise<Me> {
  return authorized('Me', '/me');
}
