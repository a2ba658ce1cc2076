import type { Me } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function fetchMe(after?: number): Promise<Me> {
  return session.call('Me', '/me', { after });
}
