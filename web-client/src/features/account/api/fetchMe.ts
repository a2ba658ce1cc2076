import type { Me } from '@/shared/contract/types';
import { authorized } from '@/shared/session/authorized';

export function fetchMe(): Promise<Me> {
  return authorized('Me', '/me');
}
