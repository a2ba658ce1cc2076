import { expect, test } from 'vitest';
import { ALICE, BOB, callAt, callChangeAt, eventAt, stateAt, summaryAt, TALK, viewOf } from '../testing/log';
import { applyEvent } from './applyEvent';
import { applyHistory } from './applyHistory';
import { applySummary } from './applySummary';
import { type ChatState, emptyChat } from './ChatState';
import { callFate, callTold, callToldOf, isOver, mayCall } from './calls';
import { unread } from './unread';

const talk = (state: ChatState) => {
  const conversation = state.conversations[TALK];
  if (!conversation) throw new Error('There is no conversation.');
  return conversation;
};

test('a call is a message of its own kind, and rings until something is said about it', () => {
  const state = applyEvent(stateAt(0), callAt(1, 'video'));
  const { lastMessage, about } = talk(state);
  expect(lastMessage?.content).toEqual({ kind: 'call', video: true });
  expect(callFate(about[1])).toEqual({ state: 'ringing', seconds: null, by: null });
});

test('what either said last became of it, in whatever order it came', () => {
  const [accepted, completed] = [
    callChangeAt(2, 1, ALICE, 'accepted'),
    callChangeAt(3, 1, BOB, 'completed', 192),
  ];
  for (const order of [
    [accepted, completed],
    [completed, accepted],
  ]) {
    const state = [callAt(1), ...order].reduce(applyEvent, stateAt(0));
    expect(callFate(talk(state).about[1])).toEqual({ state: 'completed', seconds: 192, by: BOB });
  }
});

test('a page of history and a summary tell of a call as frames do', () => {
  const { at, data } = callChangeAt(2, 1, BOB, 'cancelled');
  const said = { sequence: 2, at, name: 'conversation.call-changed.v1', data };
  const began = applySummary(emptyChat(ALICE), {
    ...summaryAt(2),
    lastMessage: { number: 1, author: BOB, call: 'audio', text: '', at },
    lastNumber: 1,
  });
  expect(talk(began).lastMessage?.content).toEqual({ kind: 'call', video: false });
  const view = { ...viewOf(1), text: '', call: 'audio' as const, about: [said] };
  const state = applyHistory(began, TALK, { from: 1, to: 1, items: [view] });
  expect(callToldOf(talk(state), { number: 1, author: BOB }, ALICE)).toBe('missed');
});

test('a missed call is unread and announced by no words; one’s own is not unread', () => {
  const missed = [callAt(1), callChangeAt(2, 1, BOB, 'missed')].reduce(applyEvent, stateAt(0));
  expect(unread(talk(missed), ALICE)).toBe(1);
  expect(missed.arrival).toBeNull();
  const own = [eventAt(1), callAt(2)].reduce(applyEvent, stateAt(0));
  expect(unread(talk(own), ALICE)).toBe(0);
});

test('each side is told of it in its own way', () => {
  expect(callTold({ state: 'missed' }, true)).toBe('unanswered');
  expect(callTold({ state: 'missed' }, false)).toBe('missed');
  expect(callTold({ state: 'cancelled' }, false)).toBe('missed');
  expect(callTold({ state: 'busy' }, false)).toBe('missed');
  expect(callTold({ state: 'busy' }, true)).toBe('busy');
  expect(callTold({ state: 'completed' }, true)).toBe('call');
  expect(callTold({ state: 'lost' }, false)).toBe('failed');
  expect([
    isOver({ state: 'ringing' }),
    isOver({ state: 'accepted' }),
    isOver({ state: 'declined' }),
  ]).toEqual([false, false, true]);
});

test('only one other person who is there can be called', () => {
  const state = stateAt(0);
  expect(mayCall(state, talk(state))).toBe(true);
  expect(mayCall(state, { ...talk(state), kind: 'group' })).toBe(false);
  expect(mayCall(state, { ...talk(state), members: [ALICE] })).toBe(false);
});
