import type { OutboxEntry } from '@/shared/conversation/ChatState';
import { commandKinds } from '@/shared/conversation/commandKinds';
import type { PendingCommand } from '@/shared/conversation/PendingCommand';

const outboxOf = (user: string) => `parley.outbox.${user}`;
const commandsOf = (user: string) => `parley.commands.${user}`;

/**
 * What waits to be sent survives a reload in the tab's own storage. Should two tabs come to send the same entry (a
 * duplicated tab copies the storage), the server records it once, by its message id or idempotency key.
 */
export function loadOutbox(user: string): OutboxEntry[] {
  return load<OutboxEntry>(outboxOf(user)).map((entry) =>
    entry.step === 'failed' ? entry : { ...entry, step: 'queued' },
  );
}

export function saveOutbox(user: string, entries: readonly OutboxEntry[]): void {
  save(
    outboxOf(user),
    entries.filter((entry) => entry.step !== 'acknowledged'),
  );
}

export function loadCommands(user: string): PendingCommand[] {
  return load<PendingCommand>(commandsOf(user)).filter((command) => command.kind in commandKinds);
}

export function saveCommands(user: string, commands: readonly PendingCommand[]): void {
  save(
    commandsOf(user),
    commands.filter((command) => command.reason === null),
  );
}

/** Nothing of someone whose account is deleted stays in the tab. */
export function forgetTab(user: string): void {
  saveOutbox(user, []);
  saveCommands(user, []);
}

function load<T>(key: string): T[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as T[];
  } catch {
    return [];
  }
}

function save(key: string, entries: readonly unknown[]): void {
  try {
    if (entries.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // Storage is full or forbidden: what waits stays in memory and is sent all the same.
  }
}
