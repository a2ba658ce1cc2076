import type { Position } from '@/shared/gateway/frames';
import { authorized } from '@/shared/session/authorized';

export interface Started {
  conversation: string;
  position: Position;
}

export function startDirect(username: string): Promise<Started> {
  return authorized('/conversations/direct', { method: 'POST', body: { username } });
}
