import type { ClientFrame, ServerFrame } from '@parley/protocol/types';
import { Problem } from '../api/Problem';
import type { ConnectionStatus } from './ConnectionStatus';
import { GOING_AWAY, SESSION_ENDED } from './closeCodes';
import { FrameRefused } from './FrameRefused';
import type { AckFrame, RequestFrame } from './frames';
import type { GatewaySocket } from './GatewaySocket';
import { Heartbeat } from './Heartbeat';
import { Requests } from './Requests';
import { readFrame } from './readFrame';
import { reconnectDelay, spread } from './reconnectDelay';

/** A connection that held this long was a good one: the next failure starts again with the shortest wait. */
const STABLE_MS = 5_000;
const OPEN_WITHIN_MS = 15_000;
/** A server that answers at all without a network is near. */
const DOUBT_MS = 700;
const NORMAL_CLOSURE = 1000;
/** `WebSocket.OPEN`, as a socket's `readyState` says it. */
const OPEN = 1;

export interface GatewayHandlers {
  /** Every frame but those the gateway itself answers to (`ack`, `pong`, `error` with a `ref`). */
  frame(frame: ServerFrame): void;
  status(status: ConnectionStatus): void;
  /** The newest cursor held, to resume from. */
  cursor(): string | undefined;
  /** The server does not take the cursor: what it stood for must be forgotten. */
  cursorRefused(): void;
  sessionEnded(): void;
}

export interface GatewayDependencies {
  /** Asks for a ticket; rejects with a `Problem` whose `status` is 401 when the session is over. */
  ticket(): Promise<string>;
  open(protocols: string[]): GatewaySocket;
  random?: () => number;
}

/** One WebSocket to the gateway, reopened for as long as it is wanted. Knows frames, not conversations. */
export class Gateway {
  #socket: GatewaySocket | null = null;
  #attempt = 0;
  #readySince: number | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;
  /** Grows with every attempt, so that what belongs to an earlier one is recognized and ignored. */
  #generation = 0;
  #resumeId = '';
  #status: ConnectionStatus['state'] = 'stopped';
  readonly #requests = new Requests();
  readonly #heartbeat = new Heartbeat(
    () => this.send({ type: 'ping' }),
    () => this.#lost(0),
  );

  constructor(
    private readonly dependencies: GatewayDependencies,
    private readonly handlers: GatewayHandlers,
  ) {}

  get ready(): boolean {
    return this.#readySince !== null;
  }

  start(): void {
    this.#wanted = true;
    void this.#connect();
  }

  stop(): void {
    this.#wanted = false;
    this.#leave();
    this.#tell({ state: 'stopped' });
  }

  /** Something changed for the better: ends a wait at once, and asks a quiet server for a sign. */
  prod(): void {
    if (this.#status === 'waiting') void this.#connect();
    if (this.#status === 'ready') this.#heartbeat.probe();
  }

  /** The network is said to be gone. A server on this machine still answers; any other is missed at once. */
  doubt(): void {
    if (this.#status === 'ready') this.#heartbeat.probe(DOUBT_MS);
  }

  /** Sends a frame nobody answers. Lost without a connection, as it is meant for the moment only. */
  send(frame: ClientFrame): void {
    if (this.#socket?.readyState !== OPEN) return;
    this.#socket.send(JSON.stringify(frame));
    this.#heartbeat.sent();
  }

  /** Sends a frame and waits for its `ack`. Rejects with `FrameRefused`. */
  request(frame: RequestFrame): Promise<AckFrame> {
    if (!this.ready) return Promise.reject(FrameRefused.disconnected());
    const { id, answer } = this.#requests.open();
    this.send({ ...frame, id });
    return answer;
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#retry);
    const generation = ++this.#generation;
    this.#tell({ state: 'connecting', attempt: this.#attempt });
    let ticket: string;
    try {
      ticket = await this.dependencies.ticket();
    } catch (problem) {
      if (generation !== this.#generation) return;
      if (problem instanceof Problem && problem.status === 401) this.#end();
      else this.#lost(0, problem instanceof Problem ? problem.retryAfterMs : null);
      return;
    }
    if (generation !== this.#generation) return;
    this.#listen(this.dependencies.open(['parley.v1', `ticket.${ticket}`]), generation);
  }

  #listen(socket: GatewaySocket, generation: number): void {
    this.#socket = socket;
    const current = () => generation === this.#generation;
    const tooSlow = setTimeout(() => current() && !this.ready && this.#lost(0), OPEN_WITHIN_MS);
    socket.addEventListener('message', ({ data }) => {
      if (current()) this.#receive(readFrame(data));
    });
    socket.addEventListener('close', ({ code }) => {
      clearTimeout(tooSlow);
      if (current()) this.#lost(code);
    });
  }

  #receive(frame: ServerFrame | null): void {
    this.#heartbeat.heard();
    if (frame === null) return;
    switch (frame.type) {
      case 'hello':
        this.#heartbeat.start(frame.heartbeatMs);
        this.handlers.frame(frame);
        this.#resume();
        return;
      case 'ready':
        this.#readySince = Date.now();
        this.handlers.frame(frame);
        this.#tell({ state: 'ready' });
        return;
      case 'ack':
        this.#requests.answer(frame);
        return;
      case 'error':
        if (frame.ref === this.#resumeId || frame.code === 'cursor_invalid')
          this.#resumeRefused(frame.retryable);
        else this.#requests.answer(frame);
        return;
      default:
        this.handlers.frame(frame);
    }
  }

  #resume(): void {
    const cursor = this.handlers.cursor();
    this.#resumeId = `r${this.#generation}`;
    this.send({ type: 'resume', id: this.#resumeId, ...(cursor === undefined ? {} : { cursor }) });
  }

  #resumeRefused(retryable: boolean): void {
    if (!retryable) this.handlers.cursorRefused();
    this.#lost(0);
  }

  /** @param asked how long the server asked to be left alone, which holds instead of the usual wait */
  #lost(code: number, asked: number | null = null): void {
    const held = this.#readySince === null ? 0 : Date.now() - this.#readySince;
    this.#leave();
    if (code === SESSION_ENDED) this.#end();
    if (!this.#wanted) return;
    if (held >= STABLE_MS || code === GOING_AWAY) this.#attempt = 0;
    const usual = reconnectDelay(this.#attempt++, this.dependencies.random);
    const wait = asked === null ? usual : asked + spread(this.dependencies.random);
    this.#tell({ state: 'waiting', attempt: this.#attempt, retryAt: Date.now() + wait });
    this.#retry = setTimeout(() => void this.#connect(), wait);
  }

  #leave(): void {
    this.#generation++;
    clearTimeout(this.#retry);
    this.#heartbeat.stop();
    this.#readySince = null;
    const socket = this.#socket;
    this.#socket = null;
    if (socket && socket.readyState <= OPEN) socket.close(NORMAL_CLOSURE);
    this.#requests.abandonAll();
  }

  #tell(status: ConnectionStatus): void {
    this.#status = status.state;
    this.handlers.status(status);
  }

  #end(): void {
    this.#wanted = false;
    this.#leave();
    this.#tell({ state: 'stopped' });
    this.handlers.sessionEnded();
  }
}
