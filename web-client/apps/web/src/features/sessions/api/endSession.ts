import { authorizedCommand } from '@parley/client/session/authorized';
import { uuidv7 } from '@parley/client/text/uuidv7';

export function endSession(session: string): Promise<void> {
  return authorizedCommand(`/sessions/${session}`, { method: 'DELETE', key: uuidv7() });
}
