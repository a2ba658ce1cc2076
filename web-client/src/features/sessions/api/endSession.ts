import { authorizedCommand } from '@/shared/session/authorized';

export function endSession(session: string): Promise<void> {
  return authorizedCommand(`/sessions/${session}`, { method: 'DELETE' });
}
