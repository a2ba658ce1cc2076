import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../api/Problem';
import { FakeSocket, lastOf } from '../testing/FakeSocket';
import type { ConnectionStatus } from './ConnectionStatus';
import { Gateway } from './Gateway';

const sockets: FakeSocket[] = [];
const latest = () => lastOf(sockets);
let statuses: ConnectionStatus[] = [];
let cursor: string | undefined;
const ticket = vi.fn(async () => `t${ticket.mock.calls.length}`);
const cursorRefused = vi.fn();
const sessionEnded = vi.fn();
let gateway: Gateway;

/** Loses the connection and lets the wait pass; answers with how long it was. */
async function dropAndReturn(): Promise<number> {
  latest().drops();
  const status = statuses.at(-1);
  if (status?.state !== 'waiting') throw new Error('It does not wait.');
  const wait = status.retryAt - Date.now();
  await vi.advanceTimersByTimeAsync(wait);
  return wait;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  vi.useFakeTimers();
  sockets.length = 0;
  statuses = [];
  cursor = undefined;
  vi.clearAllMocks();
  ticket.mockImplementation(async () => `t${ticket.mock.calls.length}`);
  gateway = new Gateway(
    {
      ticket,
      open: (protocols) => {
        sockets.push(new FakeSocket(protocols));
        return latest();
      },
      random: () => 0.5,
    },
    {
      frame: () => {},
      status: (status) => statuses.push(status),
      cursor: () => cursor,
      cursorRefused,
      sessionEnded,
    },
  );
  gateway.start();
  await settle();
});

afterEach(() => {
  gateway.stop();
  vi.useRealTimers();
});

describe('opening', () => {
  test('offers the protocol and its ticket, and resumes with the cursor it holds', () => {
    cursor = 'k9';
    latest().says({ type: 'hello', session: 's', user: 'u', heartbeatMs: 25_000, maxTextLength: 2000 });
    expect(latest().protocols).toEqual(['parley.v1', 'ticket.t1']);
    expect(latest().sent).toMatchObject([{ type: 'resume', cursor: 'k9' }]);
  });

  test('waits as long as a server that has too much to do asks for', async () => {
    latest().greets();
    ticket.mockRejectedValueOnce(new Problem(429, 'slow_down', 'Later.', true, [], 3_000));
    await dropAndReturn();
    const status = statuses.at(-1);
    if (status?.state !== 'waiting') throw new Error('It does not wait.');
    expect(status.retryAt - Date.now()).toBe(3_500);
  });

  test('says connecting, then ready', () => {
    latest().greets();
    expect(statuses.map((status) => status.state)).toEqual(['connecting', 'ready']);
  });

  test('forgets what it holds when the server does not take the cursor, and comes again', async () => {
    latest().says({ type: 'hello', session: 's', user: 'u', heartbeatMs: 25_000, maxTextLength: 2000 });
    const ref = latest().sent[0]?.id ?? null;
    const refusal = {
      code: 'cursor_invalid',
      field: 'cursor',
      message: 'No.',
      retryable: false,
      retryAfterMs: null,
    };
    latest().says({ type: 'error', ref, ...refusal });
    expect(cursorRefused).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(2000);
    expect(sockets).toHaveLength(2);
  });
});

describe('a lost connection', () => {
  test('is tried again with growing waits and a new ticket each time', async () => {
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) waits.push(await dropAndReturn());
    expect(waits).toEqual([2000, 4000, 5000, 5000, 5000, 5000, 5000, 5000]);
    expect(latest().protocols[1]).toBe('ticket.t9');
  });

  test('that had been good for a while is tried again after the shortest wait', async () => {
    for (let i = 0; i < 4; i++) await dropAndReturn();
    latest().greets();
    await vi.advanceTimersByTimeAsync(11_000);
    latest().drops();
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', retryAt: Date.now() + 2000 });
  });

  test('is tried again after a random wait when the node says that it goes away', async () => {
    latest().greets();
    await vi.advanceTimersByTimeAsync(11_000);
    latest().drops(1001);
    await settle();
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sockets).toHaveLength(2);
  });

  test('is tried again after the shortest wait when the next node goes away as well', async () => {
    for (let i = 0; i < 4; i++) await dropAndReturn();
    latest().greets();
    latest().drops(1001);
    expect(statuses.at(-1)).toMatchObject({ state: 'waiting', retryAt: Date.now() + 2000 });
  });

  test('is tried again at once when the person asks for it', async () => {
    latest().drops();
    gateway.prod();
    await settle();
    expect(sockets).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sockets).toHaveLength(2);
  });

  test('is noticed when a ping stays without an answer', async () => {
    latest().greets();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(latest().sentOf('ping')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(statuses.at(-1)?.state).toBe('waiting');
  });

  test('does not happen to a quiet one that answers its pings', async () => {
    latest().greets();
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(25_000);
      latest().says({ type: 'pong', ref: null });
    }
    expect(latest().sentOf('ping')).toHaveLength(5);
    expect(statuses.at(-1)?.state).toBe('ready');
  });

  test('leaves what an old socket still says unheard', async () => {
    const old = latest();
    old.greets();
    old.drops();
    await vi.advanceTimersByTimeAsync(2_000);
    old.greets();
    expect(statuses.at(-1)?.state).toBe('connecting');
  });
});

describe('the end of a session', () => {
  test('is told and not tried again when the socket closes with 4001', async () => {
    latest().greets();
    latest().drops(4001);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sessionEnded).toHaveBeenCalledOnce();
    expect(sockets).toHaveLength(1);
  });

  test('is told when no ticket is given any more', async () => {
    ticket.mockRejectedValue(new Problem(401, 'session_ended', 'Sign in again.', false));
    latest().drops();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sessionEnded).toHaveBeenCalledOnce();
  });
});

describe('a request', () => {
  const frame = { type: 'read', upTo: { c: 3 } } as const;

  test('is answered by the ack that refers to it', async () => {
    latest().greets();
    const answer = gateway.request(frame);
    const ref = latest().sentOf('read')[0]?.id ?? '';
    latest().says({ type: 'ack', ref, position: 12 });
    await expect(answer).resolves.toMatchObject({ position: 12 });
  });

  test('is refused by the error that refers to it', async () => {
    latest().greets();
    const answer = gateway.request(frame);
    const ref = latest().sentOf('read')[0]?.id ?? '';
    latest().says({
      type: 'error',
      ref,
      code: 'slow_down',
      field: null,
      message: 'Wait.',
      retryable: true,
      retryAfterMs: 200,
    });
    await expect(answer).rejects.toMatchObject({ code: 'slow_down', retryAfterMs: 200 });
  });

  test('is given back when the connection goes before the answer', async () => {
    latest().greets();
    const answer = gateway.request(frame);
    latest().drops();
    await expect(answer).rejects.toMatchObject({ code: 'disconnected', retryable: true });
  });
});
