import { isClientFrame } from '@parley/protocol/isClientFrame';
import type { ClientFrame, ServerFrame } from '@parley/protocol/types';
import type { GatewaySocket } from '../gateway/GatewaySocket';

interface SocketEvent {
  data: unknown;
  code: number;
}

type Listener = (event: SocketEvent) => void;

/** A WebSocket whose other end is the test. */
export class FakeSocket implements GatewaySocket {
  readyState = 1;
  readonly #listeners: { message: Listener[]; close: Listener[] } = { message: [], close: [] };
  readonly sent: ClientFrame[] = [];

  constructor(readonly protocols: string[]) {}

  addEventListener(type: 'message' | 'close', listener: Listener): void {
    this.#listeners[type].push(listener);
  }

  #tell(type: 'message' | 'close', event: SocketEvent): void {
    for (const listener of this.#listeners[type]) listener(event);
  }

  send(data: string): void {
    const frame: unknown = JSON.parse(data);
    if (!isClientFrame(frame)) throw new Error(`The server does not know this frame: ${data}`);
    this.sent.push(frame);
  }

  close(): void {
    this.readyState = 3;
  }

  /** The server says something. */
  says(frame: ServerFrame): void {
    this.#tell('message', { data: JSON.stringify(frame), code: 0 });
  }

  /** The server greets and has nothing to replay. */
  greets(cursor = 'k', reset = false): void {
    this.says({ type: 'hello', session: 's', user: 'u', heartbeatMs: 25_000, maxTextLength: 2000 });
    this.says({ type: 'ready', cursor, position: 7, reset });
  }

  /** The server, or the network, closes. */
  drops(code = 1006): void {
    this.readyState = 3;
    this.#tell('close', { data: null, code });
  }

  sentOf<Type extends ClientFrame['type']>(type: Type): Extract<ClientFrame, { type: Type }>[] {
    return this.sent.filter((frame): frame is Extract<ClientFrame, { type: Type }> => frame.type === type);
  }
}

/** The socket opened last. */
export function lastOf(sockets: readonly FakeSocket[]): FakeSocket {
  const last = sockets.at(-1);
  if (!last) throw new Error('No socket was opened.');
  return last;
}
