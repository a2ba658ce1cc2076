/** What each kind of command is about, by the kind's name; a new kind has its line here and in `commandKinds.ts`. */
export interface CommandData {
  'delete-message': { conversation: string; message: string; number: number; sequence: number };
}

export type CommandName = keyof CommandData;

/** What this person asked for and the server has not answered yet. */
export interface Pending<Name extends CommandName> {
  /** Its idempotency key: the same however often it is sent. */
  key: string;
  kind: Name;
  /** Another command of its kind about the same subject takes its place. */
  subject: string;
  data: CommandData[Name];
  at: string;
  /** Why it was refused, as a sentence; null while it waits or is under way. */
  reason: string | null;
}

export type PendingCommand = Pending<CommandName>;
