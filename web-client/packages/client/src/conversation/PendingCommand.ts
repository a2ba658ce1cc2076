import type { Asked, CommandKind } from './CommandKind';
import type { commandKinds } from './commandKinds';

type Kinds = typeof commandKinds;

export type CommandName = keyof Kinds;

/** What each kind of command is about, by the kind's name. */
export type CommandData = {
  [Name in CommandName]: Kinds[Name] extends CommandKind<infer Data, infer _> ? Data : never;
};

type Answer<Name extends CommandName> = Kinds[Name]['answer'];

/** The kinds as they are found by a name that is not known beforehand. */
export type CommandKinds = { [Name in CommandName]: CommandKind<CommandData[Name], Answer<Name>> };

/** What this person asked for and the server has not answered yet. */
export interface Pending<Name extends CommandName> extends Asked<CommandData[Name]> {
  kind: Name;
}

export type PendingCommand = Pending<CommandName>;
