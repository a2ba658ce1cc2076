import { authorizedCommand } from '@/shared/session/authorized';
import { uuidv7 } from '@/shared/text/uuidv7';

export function endSession(session: string): Promise<void> {
  return authorizedCommand(`/sessions/${session}`, { method: 'DELETE', key: uuidv7() });
}
