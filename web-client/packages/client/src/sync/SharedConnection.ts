import type { ReadyFrame, ServerFrame } from '@parley/protocol/types';
import type { ConnectionStatus } from '../gateway/ConnectionStatus';
import { FrameRefused } from '../gateway/FrameRefused';
import type { AckFrame, RequestFrame, SignalFrame } from '../gateway/frames';
import type { Gateway } from '../gateway/Gateway';
import { uuidv7 } from '../text/uuidv7';
import type { Sender } from './Sender';
import type { TabChannel, TabMessage, Tabs } from './Tabs';

const PATIENCE_MS = 20_000;

export interface SharedConnectionHandlers {
  frame(frame: ServerFrame): void;
  status(status: ConnectionStatus): void;
  /** This client is the one that holds the connection from now on. Once that is prepared, the connection is opened. */
  led(): Promise<void>;
  /** Something that another tab asks for or tells and that is not the connection's. */
  told(message: TabMessage): void;
}

/**
 * The one connection of all tabs. The tab that leads has the socket and passes on what comes; the others send through it. When it goes,
 * the next one leads, and resumes from the newest cursor it was passed.
 */
export class SharedConnection implements Sender {
  #leads = false;
  #status: ConnectionStatus = { state: 'connecting', attempt: 0 };
  #lastReady: ReadyFrame | null = null;
  #channel: TabChannel | null = null;
  #leave = () => {};
  readonly #waiting = new Map<
    string,
    { resolve(ack: AckFrame): void; reject(refused: FrameRefused): void }
  >();

  constructor(
    private readonly name: string,
    private readonly gateway: Gateway,
    private readonly tabs: Tabs | null,
    private readonly handlers: SharedConnectionHandlers,
  ) {}

  get leads(): boolean {
    return this.#leads;
  }

  get ready(): boolean {
    return this.#leads ? this.gateway.ready : this.#status.state === 'ready';
  }

  start(): void {
    if (!this.tabs) {
      void this.#lead();
      return;
    }
    this.#channel = this.tabs.open(this.name);
    this.#channel.listen((message) => this.#hear(message));
    this.#leave = this.tabs.lead(this.name, () => void this.#lead());
    this.#channel.post({ ask: 'join' });
  }

  stop(): void {
    this.#leads = false;
    this.#leave();
    this.gateway.stop();
    this.#abandon();
    this.#channel?.close();
    this.#channel = null;
  }

  /** Tells the other tabs something. */
  post(message: TabMessage): void {
    this.#channel?.post(message);
  }

  prod(): void {
    if (this.#leads) this.gateway.prod();
    else this.post({ ask: 'prod' });
  }

  doubt(): void {
    if (this.#leads) this.gateway.doubt();
  }

  send(frame: SignalFrame): void {
    if (this.#leads) this.gateway.send(frame);
    else this.post({ ask: 'signal', frame });
  }

  request(frame: RequestFrame): Promise<AckFrame> {
    if (this.#leads) return this.gateway.request(frame);
    if (!this.ready) return Promise.reject(FrameRefused.disconnected());
    const id = uuidv7();
    return new Promise<AckFrame>((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id)?.reject(FrameRefused.unanswered()), PATIENCE_MS);
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          settle(value);
        };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      this.post({ ask: 'request', id, frame });
    });
  }

  /** What the gateway receives, in the tab that leads. */
  received(frame: ServerFrame): void {
    if (frame.type === 'ready') this.#lastReady = frame;
    else if (this.#lastReady) this.#lastReady = after(this.#lastReady, frame);
    this.handlers.frame(frame);
    this.post({ tell: 'frame', frame });
  }

  /** What the gateway says of itself, in the tab that leads. */
  changed(status: ConnectionStatus): void {
    if (!this.#leads) return;
    this.#status = status;
    this.handlers.status(status);
    this.#tellStatus(null);
  }

  async #lead(): Promise<void> {
    this.#leads = true;
    this.#abandon();
    await this.handlers.led();
    if (this.#leads) this.gateway.start();
  }

  #hear(message: TabMessage): void {
    if ('ask' in message) {
      if (this.#leads) this.#asked(message);
    } else if ('tell' in message) {
      if (!this.#leads) this.#told(message);
    } else this.handlers.told(message);
  }

  #asked(message: Extract<TabMessage, { ask: string }>): void {
    switch (message.ask) {
      case 'join':
        this.#tellStatus(this.#status.state === 'ready' ? this.#lastReady : null);
        break;
      case 'prod':
        this.gateway.prod();
        break;
      case 'signal':
        this.gateway.send(message.frame);
        return;
      case 'request':
        this.gateway
          .request(message.frame)
          .then((ack) => this.post({ tell: 'answer', id: message.id, ack }))
          .catch((refused: FrameRefused) => {
            const { code, message: sentence, retryable, retryAfterMs } = refused;
            this.post({ tell: 'refusal', id: message.id, code, message: sentence, retryable, retryAfterMs });
          });
        return;
      default:
    }
    this.handlers.told(message);
  }

  #told(message: Extract<TabMessage, { tell: string }>): void {
    switch (message.tell) {
      case 'status':
        this.#status = message.status;
        this.handlers.status(message.status);
        if (message.ready) this.handlers.frame({ ...message.ready, reset: false });
        return;
      case 'frame':
        this.handlers.frame(message.frame);
        return;
      case 'answer':
        this.#settle(message.id)?.resolve(message.ack);
        return;
      case 'refusal': {
        const { code, message: sentence, retryable, retryAfterMs } = message;
        this.#settle(message.id)?.reject(new FrameRefused(code, sentence, retryable, retryAfterMs));
        return;
      }
      default:
        this.handlers.told(message);
    }
  }

  #tellStatus(ready: ReadyFrame | null): void {
    this.post({ tell: 'status', status: this.#status, ready });
  }

  #settle(id: string) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #abandon(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(FrameRefused.disconnected());
  }
}

/** How far someone has to have read who joins after a frame. */
function after(ready: ReadyFrame, frame: ServerFrame): ReadyFrame {
  const position = 'position' in frame && frame.position !== undefined ? frame.position : 0;
  const cursor = 'cursor' in frame && frame.cursor !== undefined ? frame.cursor : ready.cursor;
  return { ...ready, cursor, position: Math.max(ready.position, position) };
}
