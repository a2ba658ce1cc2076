import type { Position } from '@/shared/gateway/frames';
import type { ChatState } from './ChatState';
import type { CommandData, CommandName, Pending } from './PendingCommand';

export interface CommandRequest {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
}

/** What commands that are recorded are answered. */
export interface CommandAnswer {
  position: Position;
  /** Of what was recorded, in the conversation. */
  sequence?: number;
}

/**
 * What is a command's own: how it is asked for, and what its answer changes. Until then it is among the state's commands, from which a
 * screen shows what is on its way. Waiting, retrying and reporting a refusal are the same for all.
 */
export interface CommandKind<Name extends CommandName> {
  subject(data: CommandData[Name]): string;
  request(data: CommandData[Name]): CommandRequest;
  /** The state once the command was carried out; drops the command when there is nothing left to wait for. */
  settled(state: ChatState, command: Pending<Name>, answer: CommandAnswer): ChatState;
}
