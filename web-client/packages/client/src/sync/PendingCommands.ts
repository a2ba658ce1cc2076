import type { Call } from '../api/Http';
import { Problem } from '../api/Problem';
import type { ChatState } from '../conversation/ChatState';
import { commandKinds } from '../conversation/commandKinds';
import type {
  CommandData,
  CommandKinds,
  CommandName,
  Pending,
  PendingCommand,
} from '../conversation/PendingCommand';
import { askCommand, dropCommand, refuseCommand } from '../conversation/pendingSteps';
import { uuidv7 } from '../text/uuidv7';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';

const UNAUTHORIZED = 401;

const kinds: CommandKinds = commandKinds;

/** What a person does with a command. */
export interface CommandChange {
  do: 'ask' | 'discard';
  command: PendingCommand;
}

/**
 * Commands over HTTP that wait for their answer, each carried out once: it keeps its idempotency key through every retry, connection
 * and reload. Without a connection a command waits for the next one, as a message does.
 */
export class PendingCommands {
  constructor(
    private readonly store: ChatStore,
    private readonly connection: { readonly ready: boolean },
    private readonly retries: Retries,
    private readonly call: Call,
    private readonly told: (change: CommandChange) => void = () => {},
  ) {}

  ask<Name extends CommandName>(kind: Name, data: CommandData[Name]): void {
    const own = kinds[kind];
    const at = new Date().toISOString();
    this.#change({
      do: 'ask',
      command: { key: uuidv7(), kind, subject: own.subject(data), data, at, reason: null },
    });
  }

  retry(command: PendingCommand): void {
    this.#change({ do: 'ask', command: { ...command, reason: null } });
  }

  discard(command: PendingCommand): void {
    this.#change({ do: 'discard', command });
  }

  /** Does what this person did, here or in another tab. */
  apply({ do: what, command }: CommandChange): void {
    this.#update((state) => (what === 'ask' ? askCommand(state, command) : dropCommand(state, command.key)));
    if (what === 'ask') this.#send(command);
  }

  #change(change: CommandChange): void {
    this.apply(change);
    this.told(change);
  }

  /** Sends every command that waits; called when the connection is ready. */
  flush(): void {
    for (const command of this.store.getState().commands) if (command.reason === null) this.#send(command);
  }

  #send<Name extends CommandName>(command: Pending<Name>): void {
    const kind = kinds[command.kind];
    const { key } = command;
    this.retries.run(key, async () => {
      if (!this.connection.ready || !this.#waits(key)) return;
      try {
        const { path, ...options } = kind.request(command.data);
        const answer = await this.call(kind.answer, path, { ...options, key });
        this.#update((state) => kind.settled(state, command, answer));
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.retryable) throw problem;
        // Once this person has signed in again, it is sent again.
        if (problem.status === UNAUTHORIZED) return;
        this.#update((state) => refuseCommand(state, key, problem.code));
      }
    });
  }

  #waits(key: string): boolean {
    return this.store.getState().commands.some((each) => each.key === key && each.reason === null);
  }

  #update(change: (state: ChatState) => ChatState): void {
    this.store.setState(change(this.store.getState()), true);
  }
}
