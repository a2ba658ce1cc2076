import { authorized } from '@/shared/session/authorized';
import { uuidv7 } from '@/shared/text/uuidv7';

export function endSession(session: string): Promise<void> {
  return authorized(`/sessions/${session}`, { method: 'DELETE', key: uuidv7() });
}
