import { uuidv7 } from '@parley/client/text/uuidv7';
import { session } from '@/shared/session/session';

export function endSession(ended: string): Promise<void> {
  return session.command(`/sessions/${ended}`, { method: 'DELETE', key: uuidv7() });
}
