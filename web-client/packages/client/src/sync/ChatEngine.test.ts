import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { messageStatus } from '../conversation/messageStatus';
import { adoptSession } from '../session/sessionStore';
import { FakeSocket, lastOf } from '../testing/FakeSocket';
import { ALICE, BOB, eventAt, messagesIn, sentAckAt, summaryAt, TALK, timeOf } from '../testing/log';
import { ChatEngine } from './ChatEngine';

const sockets: FakeSocket[] = [];
const latest = () => lastOf(sockets);
const asked: { path: string; after: string | undefined }[] = [];
let viewAt = 0;
let focused = true;
let engine: ChatEngine;

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const talk = () => {
  const conversation = engine.store.getState().conversations[TALK];
  if (!conversation) throw new Error('The conversation is not there.');
  return conversation;
};

/** The query side, as far as it has seen the log. */
function answer(path: string): unknown {
  if (path.startsWith('/api/conversations?'))
    return { items: viewAt < 0 ? [] : [summaryAt(viewAt)], next: null };
  const range = /events\?from=(\d+)&to=(\d+)/.exec(path);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return { items: Array.from({ length: to - from + 1 }, (_, i) => eventAt(from + i)) };
  }
  return summaryAt(viewAt);
}

function start(): void {
  const open = (protocols: string[]) => {
    sockets.push(new FakeSocket(protocols));
    return latest();
  };
  engine = new ChatEngine(ALICE, { ticket: async () => 't', open, random: () => 0 }, () => {});
  engine.start();
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets.length = 0;
  asked.length = 0;
  viewAt = 0;
  focused = true;
  sessionStorage.clear();
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
  vi.stubGlobal('fetch', async (path: string, init: { headers: Record<string, string> }) => {
    asked.push({ path, after: init.headers['Parley-After'] });
    return new Response(JSON.stringify(answer(path)));
  });
  adoptSession({ user: ALICE, username: 'alice', session: 's', accessToken: 'a', expiresInSeconds: 86_400 });
  start();
});

afterEach(() => {
  engine.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the first visit', () => {
  test('reads the conversations after ready, from a view that holds what was recorded before', async () => {
    await pass();
    expect(asked).toEqual([]);
    latest().greets();
    await pass();
    expect(asked).toEqual([{ path: '/api/conversations?limit=100', after: '7' }]);
    expect(engine.store.getState().list).toBe('loaded');
  });

  test('shows what can be read over HTTP while the socket can not be opened, and reads again once it is', async () => {
    await pass();
    latest().drops();
    await pass();
    expect(engine.store.getState().list).toBe('loaded');
    await pass(500);
    viewAt = 2;
    latest().greets();
    await pass();
    expect(asked.map(({ after }) => after)).toEqual([undefined, '7', undefined]);
    expect(messagesIn(talk()).map((message) => message.number)).toEqual([1, 2]);
  });

  test('reads a conversation over HTTP that a live event names first', async () => {
    viewAt = -1;
    await pass();
    latest().greets();
    await pass();
    viewAt = 1;
    latest().says(eventAt(1));
    await pass();
    expect(asked.at(-1)).toEqual({ path: `/api/conversations/${TALK}`, after: '101' });
    expect(talk().lastNumber).toBe(1);
  });
});

describe('a return', () => {
  beforeEach(async () => {
    await pass();
    latest().greets();
    await pass();
    latest().says(eventAt(1));
    latest().drops();
    await pass(500);
    latest().says({ type: 'hello', session: 's', user: ALICE, heartbeatMs: 25_000, maxTextLength: 2000 });
  });

  test('resumes from the newest cursor, takes what it lacked once and asks nothing over HTTP', async () => {
    const before = asked.length;
    expect(latest().sentOf('resume')).toMatchObject([{ cursor: 'k1' }]);
    for (const sequence of [1, 2, 3]) latest().says(eventAt(sequence));
    latest().says({ type: 'ready', cursor: 'k3', position: 103, reset: false });
    await pass();
    expect(messagesIn(talk()).map((message) => message.number)).toEqual([1, 2, 3]);
    expect(asked).toHaveLength(before);
  });

  test('forgets and reads again what the server can not resume', async () => {
    viewAt = 9;
    latest().says({ type: 'ready', cursor: 'k9', position: 109, reset: true });
    await pass();
    expect(talk()).toMatchObject({ lastNumber: 9, timeline: [] });
  });
});

test('what a newer server tells is counted, shown as nothing and no reason to ask again', async () => {
  await pass();
  latest().greets();
  await pass();
  const before = asked.length;
  latest().says(eventAt(1));
  latest().says({
    ...eventAt(2),
    name: 'conversation.poll-opened.v1',
    data: { number: 2, options: ['a', 'b'] },
  });
  latest().says({ ...eventAt(3), name: 'conversation.message-sent.v9', data: { anything: [] } });
  latest().says({
    type: 'event',
    stream: `account/${ALICE}`,
    sequence: 5,
    position: 200,
    at: timeOf(4),
    name: 'account.profile-changed.v1',
    data: {},
    cursor: 'k200',
  });
  latest().says({ ...eventAt(4), cursor: 'k201' });
  await pass();
  expect(talk()).toMatchObject({ sequence: 4, knownSequence: 4, held: {} });
  expect(messagesIn(talk()).map((message) => message.sequence)).toEqual([1, 4]);
  expect(engine.store.getState().cursor).toBe('k201');
  expect(asked).toHaveLength(before);
});

test('a gap is asked for over HTTP and filled', async () => {
  await pass();
  latest().greets();
  await pass();
  latest().says(eventAt(1));
  latest().says(eventAt(4));
  await pass();
  expect(asked.at(-1)?.path).toBe(`/api/conversations/${TALK}/events?from=2&to=3`);
  expect(messagesIn(talk()).map((message) => message.number)).toEqual([1, 2, 3, 4]);
});

describe('what has arrived', () => {
  beforeEach(async () => {
    await pass();
    latest().greets();
    await pass();
    engine.attention.open(TALK);
  });

  test('is told as received while something else is shown', async () => {
    engine.attention.open(null);
    latest().says(eventAt(1));
    await pass(100);
    expect(latest().sentOf('received')).toMatchObject([{ upTo: { [TALK]: 1 } }]);
    expect(latest().sentOf('read')).toEqual([]);
  });

  test('is told as read when its end is in sight in a focused window', async () => {
    engine.attention.reachEnd(TALK, true);
    latest().says(eventAt(1));
    await pass(100);
    expect(latest().sentOf('read')).toMatchObject([{ upTo: { [TALK]: 1 } }]);
  });

  test('is told as received behind another window, and as read when the window is focused again', async () => {
    engine.attention.reachEnd(TALK, true);
    focused = false;
    window.dispatchEvent(new Event('blur'));
    latest().says(eventAt(1));
    await pass(100);
    const [received] = latest().sentOf('received');
    latest().says({ type: 'ack', ref: received?.id ?? '', position: 8 });
    focused = true;
    window.dispatchEvent(new Event('focus'));
    await pass(100);
    expect(latest().sentOf('focus')).toMatchObject([
      { conversation: TALK },
      { conversation: null },
      { conversation: TALK },
    ]);
    expect(latest().sentOf('read')).toMatchObject([{ upTo: { [TALK]: 1 } }]);
  });

  test('is told again on the next connection when nobody acknowledged it', async () => {
    latest().says(eventAt(1));
    await pass(100);
    latest().drops();
    await pass(500);
    latest().greets('k1');
    await pass(100);
    expect(latest().sentOf('received')).toMatchObject([{ upTo: { [TALK]: 1 } }]);
  });
});

describe('what is written', () => {
  const acknowledge = (index: number, number: number) => {
    const frame = latest().sentOf('send')[index];
    latest().says(sentAckAt(number, frame?.id ?? '', frame?.message ?? ''));
  };
  const connect = async () => {
    await pass();
    latest().greets();
    await pass();
  };

  test('without a connection waits for it and is then sent in order, one at a time', async () => {
    engine.outbox.write(TALK, 'one');
    engine.outbox.write(TALK, 'two');
    await connect();
    expect(latest().sentOf('send')).toMatchObject([{ text: 'one' }]);
    acknowledge(0, 1);
    await pass();
    expect(latest().sentOf('send')).toMatchObject([{ text: 'one' }, { text: 'two' }]);
  });

  test('is sent again with the same id when the connection went before the acknowledgement', async () => {
    await connect();
    engine.outbox.write(TALK, 'hello');
    const first = latest().sentOf('send')[0];
    latest().drops();
    await pass(500);
    latest().greets('k1');
    await pass();
    expect(latest().sentOf('send')).toMatchObject([{ message: first?.message, text: 'hello' }]);
  });

  test('survives a reload of the page with its id', async () => {
    engine.outbox.write(TALK, 'hello');
    const message = engine.store.getState().outbox[0]?.message;
    engine.stop();
    start();
    await connect();
    expect(latest().sentOf('send')).toMatchObject([{ message, text: 'hello' }]);
    acknowledge(0, 1);
    await pass();
    expect(sessionStorage.length).toBe(0);
  });

  test('becomes sent, delivered and read', async () => {
    await connect();
    engine.outbox.write(TALK, 'hello');
    expect(engine.store.getState().outbox[0]?.step).toBe('sending');
    acknowledge(0, 1);
    await pass();
    expect(messageStatus(talk(), ALICE, 1)).toBe('sent');
    const at = new Date(0).toISOString();
    latest().says({
      type: 'receipt',
      conversation: TALK,
      member: BOB,
      kind: 'read',
      upTo: 1,
      at,
      position: 10,
      cursor: 'k',
    });
    expect(messageStatus(talk(), ALICE, 1)).toBe('read');
  });

  test('and refused for good fails with the server’s reason, and can be sent again under the same id', async () => {
    await connect();
    engine.outbox.write(TALK, 'hello');
    const [frame] = latest().sentOf('send');
    const refusal = {
      code: 'text_too_long',
      field: 'text',
      message: 'Too long.',
      retryable: false,
      retryAfterMs: null,
    };
    latest().says({ type: 'error', ref: frame?.id ?? null, ...refusal });
    await pass();
    expect(engine.store.getState().outbox).toMatchObject([{ step: 'failed', reason: 'text_too_long' }]);
    engine.outbox.retry(String(frame?.message));
    expect(latest().sentOf('send')[1]?.message).toBe(frame?.message);
  });

  test('and refused for a moment is sent again after the time the server names', async () => {
    await connect();
    engine.outbox.write(TALK, 'hello');
    const [frame] = latest().sentOf('send');
    const refusal = {
      code: 'slow_down',
      field: null,
      message: 'Wait.',
      retryable: true,
      retryAfterMs: 3_000,
    };
    latest().says({ type: 'error', ref: frame?.id ?? null, ...refusal });
    await pass(2_900);
    expect(latest().sentOf('send')).toHaveLength(1);
    await pass(200);
    expect(latest().sentOf('send')).toHaveLength(2);
  });

  test('is normalized, and nothing but blanks is not sent', async () => {
    await connect();
    engine.outbox.write(TALK, '  cafe\u0301 ');
    engine.outbox.write(TALK, ' \n ');
    expect(engine.store.getState().outbox.map((entry) => entry.content.text)).toEqual(['caf\u00e9']);
  });
});
