import { authorized } from '@/shared/session/authorized';

export function endSession(session: string): Promise<void> {
  return authorized(`/sessions/${session}`, { method: 'DELETE' });
}
