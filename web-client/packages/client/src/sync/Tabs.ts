import type { ReadyFrame, ServerFrame } from '@parley/protocol/types';
import type { OutboxEntry } from '../conversation/ChatState';
import type { PendingCommand } from '../conversation/PendingCommand';
import type { ConnectionStatus } from '../gateway/ConnectionStatus';
import type { AckFrame, RequestFrame, SignalFrame } from '../gateway/frames';
import type { OutboxChange } from './Outbox';
import type { CommandChange } from './PendingCommands';

/** How clients of one person on one device find each other: the tabs of a browser. */
export interface Tabs {
  /** Calls back once no other client leads, which may be at once or never. Answers with a way to stop leading or waiting. */
  lead(name: string, led: () => void): () => void;
  /** Messages to and from all others who opened a channel of this name. */
  open(name: string): TabChannel;
}

export interface TabChannel {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): void;
  close(): void;
}

/** What tabs tell each other. Those that follow ask, the one that leads tells; each is heard by all. */
export type TabMessage =
  | { ask: 'join' }
  | { ask: 'prod' }
  | { ask: 'signal'; frame: SignalFrame }
  | { ask: 'request'; id: string; frame: RequestFrame }
  | { ask: 'outbox'; change: OutboxChange }
  | { ask: 'commands'; change: CommandChange }
  | { tell: 'frame'; frame: ServerFrame }
  | { tell: 'status'; status: ConnectionStatus; ready: ReadyFrame | null }
  | { tell: 'acknowledged'; entry: OutboxEntry; ack: AckFrame }
  | { tell: 'waiting'; outbox: readonly OutboxEntry[]; commands: readonly PendingCommand[] }
  | { tell: 'answer'; id: string; ack: AckFrame }
  | {
      tell: 'refusal';
      id: string;
      code: string;
      message: string;
      retryable: boolean;
      retryAfterMs: number | null;
    }
  | { draft: string; conversation: string };
