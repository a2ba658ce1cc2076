import { session } from '@/shared/session/session';

/** Says that this device is still in a call. */
export function leaseCall(conversation: string, message: string): Promise<void> {
  return session.command(`/conversations/${conversation}/calls/${message}/lease`, { method: 'PUT' });
}
