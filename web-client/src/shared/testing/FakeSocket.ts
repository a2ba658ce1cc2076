import type { ServerFrame } from '@/shared/gateway/frames';

type Sent = { type: string; id?: string } & Record<string, unknown>;

/** A WebSocket whose other end is the test. */
export class FakeSocket {
  readyState = 1;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;
  readonly sent: Sent[] = [];

  constructor(readonly protocols: string[]) {}

  send(data: string): void {
    this.sent.push(JSON.parse(data) as Sent);
  }

  close(): void {
    this.readyState = 3;
  }

  /** The server says something. */
  says(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The server greets and has nothing to replay. */
  greets(cursor = 'k', reset = false): void {
    this.says({ type: 'hello', session: 's', user: 'u', heartbeatMs: 25_000, maxTextLength: 2000 });
    this.says({ type: 'ready', cursor, position: 7, reset });
  }

  /** The server, or the network, closes. */
  drops(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  sentOf(type: string): Sent[] {
    return this.sent.filter((frame) => frame.type === type);
  }
}
