import type { Position } from '@/shared/gateway/frames';
import { authorized } from '@/shared/session/authorized';
import { uuidv7 } from '@/shared/text/uuidv7';

export interface Started {
  conversation: string;
  position: Position;
}

export function startDirect(username: string): Promise<Started> {
  return authorized('/conversations/direct', { method: 'POST', key: uuidv7(), body: { username } });
}
