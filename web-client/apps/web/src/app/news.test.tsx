import { withArrangement } from '@parley/client/conversation/arrangement';
import type { Arrival } from '@parley/client/conversation/ChatState';
import { FakeSocket } from '@parley/client/testing/FakeSocket';
import { ALICE, BOB, eventAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { NewsTeller } from '@/features/news/NewsTeller';
import { Stage } from './testing/stage';

const stage = new Stage();

const FAR = '2999-01-01T00:00:00Z';
const MARKS = { pinned: false, archived: false, favourite: false, unread: false };

test('a mark on the icon tells that something waits, and a person chooses how they are told', async () => {
  document.head.innerHTML = '<link rel="icon" href="/favicon.svg" />';
  const icon = () => document.querySelector('link[rel="icon"]')?.getAttribute('href');
  const socket = await stage.enter('#/account');
  act(() => socket.says(eventAt(1)));
  await waitFor(() => expect(icon()).toBe('/favicon-unread.svg'));
  const sound = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Play a sound' });
  expect(sound.checked).toBe(true);
  fireEvent.click(sound);
  expect(localStorage.getItem('parley.news')).not.toContain('sound');
  localStorage.removeItem('parley.news');
});

interface Told {
  plays: number;
  popUps: string[];
}

type Channel = Pick<BroadcastChannel, 'onmessage' | 'postMessage' | 'close'>;

/** Another end of a channel, which hears at once what any of the others says. */
function joined(channels: Channel[]): Channel {
  const own: Channel = {
    onmessage: null,
    postMessage: (data) => {
      for (const other of channels)
        if (other !== own)
          other.onmessage?.call(new BroadcastChannel('unheard'), new MessageEvent('message', { data }));
    },
    close: () => channels.splice(channels.indexOf(own), 1),
  };
  channels.push(own);
  return own;
}

/** A tab that hears of news, in front of an engine that is the test. */
async function tellerOf(looking: boolean, leads: boolean, channels: Channel[] = [], blocked = '') {
  const { ChatEngine } = await import('@parley/client/sync/ChatEngine');
  const { applySummary } = await import('@parley/client/conversation/applySummary');
  const { summaryAt } = await import('@parley/client/testing/log');
  const { MemoryStorage } = await import('@parley/client/storage/MemoryStorage');
  const engine = new ChatEngine(ALICE, {
    call: () => Promise.reject(new Error('nobody asks')),
    client: 'browser',
    open: (protocols) => new FakeSocket(protocols),
    storage: new MemoryStorage(),
    surroundings: { looking, listen: () => () => {} },
    tabs: null,
    signedIn: () => true,
    sessionEnded: () => {},
  });
  vi.spyOn(engine, 'leads', 'get').mockReturnValue(leads);
  const state = applySummary(engine.store.getState(), { ...summaryAt(1), readUpTo: 0, watermarks: [] });
  engine.store.setState(state, true);
  const told: Told = { plays: 0, popUps: [] };
  const teller = new NewsTeller(engine, joined(channels), {
    looking: () => looking,
    open: () => null,
    blocks: (user) => user === blocked,
    play: () => told.plays++,
    popUp: ({ conversation }) => {
      told.popUps.push(conversation);
      return () => told.popUps.pop();
    },
  });
  const arrive = (message: string, content: Arrival['content'] = { kind: 'text', text: 'hello' }) => {
    const arrival: Arrival = {
      conversation: TALK,
      message,
      author: BOB,
      content,
    };
    engine.store.setState({ arrival });
  };
  return { engine, teller, told, arrive };
}

test('of two tabs the one that is looked at tells; where none is, the one with the connection does, until it is read', async () => {
  const channels: Channel[] = [];
  const leader = await tellerOf(false, true, channels);
  const follower = await tellerOf(true, false, channels);
  vi.useFakeTimers();
  leader.arrive('m1');
  follower.arrive('m1');
  vi.advanceTimersByTime(1_000);
  expect([leader.told.plays, follower.told.plays]).toEqual([0, 1]);
  expect(leader.told.popUps).toEqual([]);

  leader.arrive('m2');
  vi.advanceTimersByTime(1_000);
  expect(leader.told).toEqual({ plays: 1, popUps: [TALK] });
  const { conversations, me } = leader.engine.store.getState();
  const held = conversations[TALK];
  if (!held) throw new Error('The conversation is held.');
  const read = { ...held, watermarks: { [me]: { deliveredUpTo: 1, readUpTo: 1 } } };
  leader.engine.store.setState({ conversations: { [TALK]: read } });
  expect(leader.told.popUps).toEqual([]);
  leader.teller.close();
  follower.teller.close();
  vi.useRealTimers();
});

test('a muted conversation is silent', async () => {
  const { engine, teller, told, arrive } = await tellerOf(false, true);
  engine.store.setState(
    withArrangement(engine.store.getState(), TALK, { ...MARKS, mutedUntil: FAR, asOf: 1 }),
    true,
  );
  vi.useFakeTimers();
  arrive('m1');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual({ plays: 0, popUps: [] });
  teller.close();
  vi.useRealTimers();
});

test('what someone writes in a group whom this person blocks is silent', async () => {
  const { teller, told, arrive } = await tellerOf(false, true, [], BOB);
  vi.useFakeTimers();
  arrive('m1');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual({ plays: 0, popUps: [] });
  teller.close();
  vi.useRealTimers();
});

test('while nobody is to disturb this person nothing is heard, though it counts, and afterwards it is', async () => {
  const { engine, teller, told, arrive } = await tellerOf(false, true);
  const quietUntil = (time: string) => {
    const state = engine.store.getState();
    const me = state.people[ALICE];
    if (!me) throw new Error('Alice is known.');
    engine.store.setState({ people: { ...state.people, [ALICE]: { ...me, status: { quietUntil: time } } } });
  };
  vi.useFakeTimers();
  quietUntil(FAR);
  arrive('m1');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual({ plays: 0, popUps: [] });
  const { waiting } = await import('@parley/client/conversation/unread');
  const state = engine.store.getState();
  const held = state.conversations[TALK];
  expect(held && waiting(state, held)).toBe(1);
  quietUntil('2026-01-01T00:00:00Z');
  arrive('m2');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual({ plays: 1, popUps: [TALK] });
  teller.close();
  vi.useRealTimers();
});

test('where somebody wants to be told of mentions only, or of nothing, the rest is silent', async () => {
  const { engine, teller, told, arrive } = await tellerOf(false, true);
  const want = (news: 'mentions' | 'none', asOf: number) =>
    engine.store.setState(withArrangement(engine.store.getState(), TALK, { ...MARKS, news, asOf }), true);
  const mention = { kind: 'text', text: '@alice', mentions: [{ user: ALICE, from: 0, length: 6 }] } as const;
  vi.useFakeTimers();
  want('mentions', 1);
  arrive('m1');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual({ plays: 0, popUps: [] });
  arrive('m2', mention);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual({ plays: 1, popUps: [TALK] });
  want('none', 2);
  arrive('m3', mention);
  vi.advanceTimersByTime(1_000);
  expect(told.plays).toBe(1);
  teller.close();
  vi.useRealTimers();
});
