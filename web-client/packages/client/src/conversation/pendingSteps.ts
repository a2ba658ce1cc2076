import type { ChatState } from './ChatState';
import type { CommandName, Pending, PendingCommand } from './PendingCommand';

export function askCommand(state: ChatState, command: PendingCommand): ChatState {
  const others = state.commands.filter(
    (each) => each.kind !== command.kind || each.subject !== command.subject,
  );
  return { ...state, commands: [...others, command] };
}

export function refuseCommand(state: ChatState, key: string, reason: string): ChatState {
  const refused = (each: PendingCommand) => (each.key === key ? { ...each, reason } : each);
  return { ...state, commands: state.commands.map(refused) };
}

export function dropCommand(state: ChatState, key: string): ChatState {
  return { ...state, commands: state.commands.filter((each) => each.key !== key) };
}

/** The command of a kind that waits for something to be done about a subject. */
export function pendingAbout<Name extends CommandName>(
  state: ChatState,
  kind: Name,
  subject: string | undefined,
): Pending<Name> | undefined {
  return state.commands.find((each): each is Pending<Name> => each.kind === kind && each.subject === subject);
}
