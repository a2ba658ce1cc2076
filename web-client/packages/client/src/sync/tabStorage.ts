import type { OutboxEntry } from '../conversation/ChatState';
import { commandKinds } from '../conversation/commandKinds';
import type { PendingCommand } from '../conversation/PendingCommand';

const outboxOf = (user: string) => `parley.outbox.${user}`;
const commandNames: readonly string[] = Object.keys(commandKinds);

const commandsOf = (user: string) => `parley.commands.${user}`;

/**
 * What waits to be sent survives a reload in the tab's own storage. Should two tabs come to send the same entry (a
 * duplicated tab copies the storage), the server records it once, by its message id or idempotency key.
 */
export function loadOutbox(user: string): OutboxEntry[] {
  return load(outboxOf(user), isOutboxEntry).map((entry) =>
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
  return load(commandsOf(user), isPendingCommand);
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

function load<T>(key: string, isOne: (stored: unknown) => stored is T): T[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isOne) : [];
  } catch {
    return [];
  }
}

function isOutboxEntry(stored: unknown): stored is OutboxEntry {
  return holds(stored, {
    message: 'string',
    conversation: 'string',
    content: 'object',
    at: 'string',
    step: 'string',
  });
}

function isPendingCommand(stored: unknown): stored is PendingCommand {
  return (
    holds(stored, { key: 'string', kind: 'string', subject: 'string', data: 'object', at: 'string' }) &&
    commandNames.some((name) => name === stored.kind)
  );
}

/** Another release of this page may have stored it. */
function holds(stored: unknown, kinds: Record<string, string>): stored is Record<string, unknown> {
  if (typeof stored !== 'object' || stored === null) return false;
  const fields = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(kinds).every(([field, kind]) => typeof fields.get(field) === kind);
}

function save(key: string, entries: readonly unknown[]): void {
  try {
    if (entries.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // Storage is full or forbidden: what waits stays in memory and is sent all the same.
  }
}
