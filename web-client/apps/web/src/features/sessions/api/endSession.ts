import { uuidv7 } from '@parley/client/text/uuidv7';
import { session } from '@/shared/session/session';

/** @param ended a session, or `others`: all but this one */
export function endSession(ended: string): Promise<void> {
  return session.command(`/sessions/${ended}`, { method: 'DELETE', key: uuidv7() });
}
