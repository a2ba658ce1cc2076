import type { Contract } from '@parley/protocol/types';
import type { ChatState } from './ChatState';

export interface CommandRequest {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
}

/** A command this person gave. */
export interface Asked<Data> {
  /** Its idempotency key: the same however often it is sent. */
  key: string;
  /** Another command of its kind about the same subject takes its place. */
  subject: string;
  data: Data;
  at: string;
  /** Why it was refused, as a problem’s code; null while it waits or is under way. */
  reason: string | null;
}

/**
 * What is a command's own: what it is about, how it is asked for, what the contract calls its answer, and what that changes. Until then
 * it is among the state's commands, from which a screen shows what is on its way. Waiting, retrying and reporting a refusal are the
 * same for all. A new kind has its line in `commandKinds.ts`.
 */
export interface CommandKind<Data, Answer extends keyof Contract> {
  readonly answer: Answer;
  subject(data: Data): string;
  request(data: Data): CommandRequest;
  /** The state once the command was carried out; drops the command when there is nothing left to wait for. */
  settled(state: ChatState, command: Asked<Data>, answer: Contract[Answer]): ChatState;
}
