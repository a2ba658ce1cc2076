import type { OutboxEntry } from '@/shared/conversation/ChatState';

const keyOf = (user: string) => `parley.outbox.${user}`;

/**
 * The outbox survives a reload in the tab's own storage. Should two tabs come to send the same entry (a duplicated
 * tab copies the storage), the server records it once, by its message id.
 */
export function loadOutbox(user: string): OutboxEntry[] {
  try {
    const entries = JSON.parse(sessionStorage.getItem(keyOf(user)) ?? '[]') as OutboxEntry[];
    return entries.map((entry) => (entry.step === 'failed' ? entry : { ...entry, step: 'queued' }));
  } catch {
    return [];
  }
}

export function saveOutbox(user: string, entries: readonly OutboxEntry[]): void {
  const unsent = entries.filter((entry) => entry.step !== 'acknowledged');
  try {
    if (unsent.length === 0) sessionStorage.removeItem(keyOf(user));
    else sessionStorage.setItem(keyOf(user), JSON.stringify(unsent));
  } catch {
    // Storage is full or forbidden: the messages stay in memory and are sent all the same.
  }
}
