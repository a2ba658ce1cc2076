import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RequestOptions } from '../api/Http';
import { messageStatus } from '../conversation/messageStatus';
import { MemoryStorage } from '../storage/MemoryStorage';
import { answeredWith } from '../testing/answeredWith';
import { FakeSocket, lastOf } from '../testing/FakeSocket';
import {
  ALICE,
  BOB,
  eventAt,
  messageEventAt,
  messagesIn,
  pageOf,
  sentAckAt,
  summaryAt,
  TALK,
  timeOf,
} from '../testing/log';
import { MemoryTabs } from '../testing/MemoryTabs';
import { ChatEngine } from './ChatEngine';
import type { Surroundings } from './Surroundings';
import type { Tabs } from './Tabs';

const sockets: FakeSocket[] = [];
const latest = () => lastOf(sockets);
const asked: { path: string; after: number | undefined }[] = [];
let viewAt = 0;
let storage: MemoryStorage;
let engine: ChatEngine;
const engines: ChatEngine[] = [];

/** A window that a person can look at. */
const page: Surroundings & { looking: boolean; changed(what: 'looking' | 'woken' | 'network-lost'): void } = {
  looking: true,
  changed: () => {},
  listen(changed) {
    page.changed = changed;
    return () => {};
  },
};

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const talkOf = (one: ChatEngine) => {
  const conversation = one.store.getState().conversations[TALK];
  if (!conversation) throw new Error('The conversation is not there.');
  return conversation;
};
const talk = () => talkOf(engine);

/** The query side, as far as it has seen the log. */
function answer(path: string): unknown {
  if (path.startsWith('/socket-tickets')) return { ticket: 't', expiresInSeconds: 30 };
  if (path === '/threads') return { items: [] };
  if (path.startsWith('/conversations?')) return { items: viewAt < 0 ? [] : [summaryAt(viewAt)], next: null };
  const range = /events\?from=(\d+)&to=(\d+)/.exec(path);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return { items: Array.from({ length: to - from + 1 }, (_, i) => eventAt(from + i)) };
  }
  if (path.includes('/messages?')) return { items: pageOf(1, viewAt).items, next: null };
  return summaryAt(viewAt);
}

function start(tabs: Tabs | null = null): ChatEngine {
  engine = new ChatEngine(ALICE, {
    call: answeredWith(async (path: string, options: RequestOptions) => {
      if (!path.startsWith('/socket-tickets') && path !== '/threads')
        asked.push({ path, after: options.after });
      return answer(path);
    }),
    client: 'native',
    open: (protocols) => {
      sockets.push(new FakeSocket(protocols));
      return latest();
    },
    storage,
    surroundings: page,
    tabs,
    signedIn: () => true,
    sessionEnded: () => {},
    random: () => 0,
  });
  engines.push(engine);
  engine.start();
  return engine;
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets.length = 0;
  asked.length = 0;
  viewAt = 0;
  page.looking = true;
  storage = new MemoryStorage();
  start();
});

afterEach(() => {
  for (const each of engines.splice(0)) each.stop();
  vi.useRealTimers();
});

test('whoever listens to a kind of frame is told once the state has changed, until they stop', async () => {
  await pass();
  latest().greets();
  await pass();
  const told: unknown[] = [];
  const stop = engine.frames.listen('presence', ({ user }) => {
    told.push(engine.store.getState().presence[user]?.online);
  });
  latest().says({ type: 'presence', user: BOB, online: true, lastSeen: null });
  stop();
  latest().says({ type: 'presence', user: BOB, online: false, lastSeen: timeOf(1) });
  expect(told).toEqual([true]);
});

describe('the first visit', () => {
  test('reads the conversations beside the socket, and after ready from a view that holds what was recorded before', async () => {
    await pass();
    expect(asked).toEqual([{ path: '/conversations?limit=100', after: undefined }]);
    expect(engine.store.getState().list).toBe('loaded');
    viewAt = 2;
    latest().greets();
    await pass();
    expect(asked[1]).toEqual({ path: '/conversations?limit=100', after: 7 });
    expect(messagesIn(talk()).map((message) => message.number)).toEqual([1, 2]);
  });

  test('reads a conversation over HTTP that a live event names first', async () => {
    engine.stop();
    viewAt = -1;
    start();
    await pass();
    latest().greets();
    await pass();
    viewAt = 1;
    latest().says(eventAt(1));
    await pass();
    expect(asked.at(-1)).toEqual({ path: `/conversations/${TALK}`, after: 101 });
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
  expect([...engine.unknownEvents.keys()]).toEqual([
    'conversation.poll-opened.v1',
    'conversation.message-sent.v9',
  ]);
  expect(asked).toHaveLength(before);
});

test('a gap is asked for over HTTP and filled', async () => {
  await pass();
  latest().greets();
  await pass();
  latest().says(eventAt(1));
  latest().says(eventAt(4));
  await pass();
  expect(asked.at(-1)?.path).toBe(`/conversations/${TALK}/events?from=2&to=3`);
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

  test('is told as read when it came into view in a focused window', async () => {
    engine.attention.see(TALK, 1);
    latest().says(eventAt(1));
    await pass(100);
    expect(latest().sentOf('read')).toMatchObject([{ upTo: { [TALK]: 1 } }]);
  });

  test('is told as read up to what came into view, and as received beyond that', async () => {
    for (const number of [1, 2, 3]) {
      const event = messageEventAt(number);
      latest().says({ ...event, data: { ...event.data, author: BOB } });
    }
    engine.attention.see(TALK, 2);
    await pass(100);
    const [read] = latest().sentOf('read');
    expect(read).toMatchObject({ upTo: { [TALK]: 2 } });
    latest().says({ type: 'ack', ref: read?.id ?? '', position: 8 });
    await pass(100);
    expect(latest().sentOf('received')).toMatchObject([{ upTo: { [TALK]: 3 } }]);
  });

  test('is told as received behind another window, and as read when the window is focused again', async () => {
    engine.attention.see(TALK, 1);
    page.looking = false;
    page.changed('looking');
    latest().says(eventAt(1));
    await pass(100);
    const [received] = latest().sentOf('received');
    latest().says({ type: 'ack', ref: received?.id ?? '', position: 8 });
    page.looking = true;
    page.changed('looking');
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

  test('without a connection waits for it and is then sent in order, each without waiting for the one before', async () => {
    engine.outbox.write(TALK, 'one');
    engine.outbox.write(TALK, 'two');
    await connect();
    expect(latest().sentOf('send')).toMatchObject([{ text: 'one' }, { text: 'two' }]);
  });

  test('is held back while one before it was refused for a moment', async () => {
    await connect();
    engine.outbox.write(TALK, 'one');
    const [first] = latest().sentOf('send');
    const refusal = { code: 'conflict', field: null, message: 'Again.', retryable: true, retryAfterMs: 500 };
    latest().says({ type: 'error', ref: first?.id ?? null, ...refusal });
    await pass();
    engine.outbox.write(TALK, 'two');
    expect(latest().sentOf('send')).toHaveLength(1);
    await pass(500);
    expect(latest().sentOf('send').slice(1)).toMatchObject([{ text: 'one' }, { text: 'two' }]);
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

  test('survives the end of the program with its id', async () => {
    engine.outbox.write(TALK, 'hello');
    const message = engine.store.getState().outbox[0]?.message;
    engine.stop();
    start();
    await connect();
    expect(latest().sentOf('send')).toMatchObject([{ message, text: 'hello' }]);
    acknowledge(0, 1);
    await pass();
    expect(await storage.read(`${ALICE}/own/outbox/`)).toEqual(new Map());
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

describe('what was read', () => {
  beforeEach(async () => {
    await pass();
    latest().greets();
    await pass();
    for (const sequence of [1, 2, 3]) latest().says(eventAt(sequence));
    engine.drafts.set(TALK, 'not yet');
    await pass(1_000);
    engine.stop();
    asked.length = 0;
  });

  test('is there before anything is asked, with what was typed, and is resumed from where it ended', async () => {
    start();
    await pass();
    expect(asked).toEqual([]);
    expect(messagesIn(talk()).map((message) => message.number)).toEqual([1, 2, 3]);
    expect(engine.store.getState()).toMatchObject({ list: 'loaded', drafts: { [TALK]: 'not yet' } });
    latest().says({ type: 'hello', session: 's', user: ALICE, heartbeatMs: 25_000, maxTextLength: 2000 });
    expect(latest().sentOf('resume')).toMatchObject([{ cursor: 'k3' }]);
  });

  test('is forgotten where the server can not resume it, and what was typed is not', async () => {
    start();
    await pass();
    viewAt = 9;
    latest().says({ type: 'ready', cursor: 'k9', position: 109, reset: true });
    await pass();
    expect(talk()).toMatchObject({ lastNumber: 9, timeline: [] });
    expect(engine.drafts.get(TALK)).toBe('not yet');
  });
});

describe('several tabs', () => {
  let tabs: MemoryTabs;
  let first: ChatEngine;
  let second: ChatEngine;

  beforeEach(async () => {
    engine.stop();
    await pass();
    sockets.length = 0;
    tabs = new MemoryTabs();
    first = start(tabs.tab('first'));
    await pass();
    latest().greets();
    await pass();
    second = start(tabs.tab('second'));
    await pass();
  });

  const numbersIn = (one: ChatEngine) => messagesIn(talkOf(one)).map(({ number }) => number);

  test('have one socket, and all of them what comes', async () => {
    latest().says(eventAt(1));
    await pass();
    expect(sockets).toHaveLength(1);
    expect(second.connection.getState().state).toBe('ready');
    expect([numbersIn(first), numbersIn(second)]).toEqual([[1], [1]]);
  });

  test('send through it, each message once, and see each other’s on their way', async () => {
    second.outbox.write(TALK, 'hello');
    await pass();
    expect(first.store.getState().outbox).toMatchObject([{ step: 'sending' }]);
    expect(second.store.getState().outbox).toMatchObject([{ step: 'sending' }]);
    const [frame] = latest().sentOf('send');
    latest().says(sentAckAt(1, frame?.id ?? '', frame?.message ?? ''));
    await pass();
    expect(latest().sentOf('send')).toHaveLength(1);
    expect([first, second].map((one) => one.store.getState().outbox)).toEqual([[], []]);
    expect([numbersIn(first), numbersIn(second)]).toEqual([[1], [1]]);
  });

  test('tell what is read where it is looked at', async () => {
    second.attention.open(TALK);
    second.attention.see(TALK, 1);
    latest().says(eventAt(1));
    await pass(100);
    expect(latest().sentOf('read')).toMatchObject([{ upTo: { [TALK]: 1 } }]);
  });

  test('take over when the one with the socket goes, from where it was and with what it had to send', async () => {
    latest().says(eventAt(1));
    second.outbox.write(TALK, 'hello');
    await pass();
    const [lost] = latest().sentOf('send');
    first.stop();
    tabs.close('first');
    await pass();
    expect(sockets).toHaveLength(2);
    latest().says({ type: 'hello', session: 's', user: ALICE, heartbeatMs: 25_000, maxTextLength: 2000 });
    expect(latest().sentOf('resume')).toMatchObject([{ cursor: 'k1' }]);
    latest().says({ type: 'ready', cursor: 'k1', position: 101, reset: false });
    await pass();
    expect(latest().sentOf('send')).toMatchObject([{ message: lost?.message, text: 'hello' }]);
  });

  test('keep what was written in one that goes before the one with the socket heard of it', async () => {
    tabs.mute('second');
    second.outbox.write(TALK, 'hello');
    await pass();
    second.stop();
    first.stop();
    const third = start(tabs.tab('third'));
    await pass();
    latest().greets('k1');
    await pass();
    expect(third.store.getState().outbox).toMatchObject([{ content: { text: 'hello' } }]);
    expect(latest().sentOf('send')).toMatchObject([{ text: 'hello' }]);
  });
});

test('a lost network is noticed within a second, unless the server answers all the same', async () => {
  await pass();
  latest().greets();
  await pass();
  page.changed('network-lost');
  latest().says({ type: 'pong', ref: null });
  await pass(1_000);
  expect(engine.connection.getState().state).toBe('ready');
  page.changed('network-lost');
  await pass(1_000);
  expect(engine.connection.getState().state).not.toBe('ready');
});
