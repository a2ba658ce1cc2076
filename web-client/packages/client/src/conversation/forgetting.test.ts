import { describe, expect, test } from 'vitest';
import {
  ALICE,
  BOB,
  deletedAt,
  deletionAt,
  eventAt,
  messagesIn,
  pageOf,
  stateAt,
  summaryAt,
  TALK,
  viewOf,
} from '../testing/log';
import { applyErased } from './applyErased';
import { applyEvent } from './applyEvent';
import { applyHistory } from './applyHistory';
import { applyPresence } from './applyPresence';
import { applySummary } from './applySummary';
import { applyTyping } from './applyTyping';
import { type ChatState, emptyChat, type Message } from './ChatState';
import { deleteMessage } from './deleteMessage';
import { goneReason } from './goneReason';
import type { Pending } from './PendingCommand';
import { askCommand } from './pendingSteps';

const talk = (state: ChatState) => {
  const conversation = state.conversations[TALK];
  if (!conversation) throw new Error('The conversation is not there.');
  return conversation;
};

const upTo = (last: number) =>
  Array.from({ length: last }, (_, i) => eventAt(i + 1)).reduce(applyEvent, stateAt(0));

const messageAt = (number: number): Message => {
  const message = messagesIn(talk(upTo(number)))[number - 1];
  if (!message) throw new Error('There is no such message.');
  return message;
};

const wordsOf = (state: ChatState) =>
  messagesIn(talk(state)).map((message) => goneReason(state.people, message));

const deletionOf = (number: number): Pending<'delete-message'> => {
  const { message, sequence, at } = messageAt(number);
  const data = { conversation: TALK, message, number, sequence };
  return { key: 'key', kind: 'delete-message', subject: message, data, at, reason: null };
};

const sentence = (number: number) => `text ${number}`;

describe('a deleted message', () => {
  test('keeps its place, number and time without its text', () => {
    const state = applyEvent(upTo(3), deletionAt(4, 2));
    expect(wordsOf(state)).toEqual([null, 'deleted', null]);
    expect(messagesIn(talk(state))[1]).toEqual({
      ...messageAt(2),
      content: { kind: 'gone', why: 'deleted' },
    });
    expect(talk(state)).toMatchObject({ lastNumber: 3, sequence: 4 });
  });

  test('is gone from the list when it was the last', () => {
    const state = applyEvent(upTo(3), deletionAt(4, 3));
    expect(talk(state).lastMessage).toMatchObject({ number: 3, content: { kind: 'gone', why: 'deleted' } });
  });

  test('is no longer announced', () => {
    expect(upTo(3).arrival).toMatchObject({ content: { text: sentence(3) } });
    expect(applyEvent(upTo(3), deletionAt(4, 3)).arrival).toBeNull();
  });

  test('stays without its text when a page of history still has it', () => {
    const state = applyEvent(stateAt(8), deletionAt(9, 6));
    expect(wordsOf(applyHistory(state, TALK, pageOf(6, 8)))).toEqual(['deleted', null, null]);
  });

  test('comes without its text from the server, which says why', () => {
    const items = [{ ...viewOf(2), text: null, gone: 'erased' as const }, viewOf(1)];
    expect(wordsOf(applyHistory(stateAt(2), TALK, { from: 1, to: 2, items }))).toEqual([null, 'erased']);
  });

  test('of one’s own is deleted with the acknowledgement, and once when the gateway’s frame comes as well', () => {
    const deletion = deletionOf(2);
    const answer = deletedAt(4);
    const acknowledged = deleteMessage.settled(askCommand(upTo(3), deletion), deletion, answer);
    expect(acknowledged.commands).toEqual([]);
    expect(wordsOf(acknowledged)[1]).toBe('deleted');
    expect(applyEvent(acknowledged, deletionAt(4, 2))).toBe(acknowledged);
    const told = applyEvent(askCommand(upTo(3), deletion), deletionAt(4, 2));
    expect(told.commands).toEqual([]);
    expect(deleteMessage.settled(told, deletion, answer)).toEqual(told);
  });

  test('of one’s own is on its way out while something before its deletion is missing', () => {
    const deletion = deletionOf(2);
    const answer = deletedAt(5);
    const state = deleteMessage.settled(askCommand(upTo(3), deletion), deletion, answer);
    expect(state.commands).toHaveLength(1);
    expect(applyEvent(state, eventAt(4)).commands).toEqual([]);
  });
});

describe('a person whose account was deleted', () => {
  test('has neither name nor words nor presence, and others keep theirs', () => {
    const online = applyPresence(upTo(3), { type: 'presence', user: BOB, online: true, lastSeen: null });
    const typing = applyTyping(online, { type: 'typing', conversation: TALK, user: BOB, on: true }, 0);
    const state = applyErased(typing, BOB);
    expect(wordsOf(state)).toEqual(['erased', null, 'erased']);
    expect(state.people[BOB]).toMatchObject({ displayName: '', erased: true });
    expect(JSON.stringify(state)).not.toMatch(/Bob|text [13]/);
    expect(state.presence[BOB]).toBeUndefined();
    expect(state.typing[TALK]).toEqual({});
    expect(state.arrival).toBeNull();
  });

  test('leaves nothing in events that wait for others', () => {
    const waiting = applyEvent(applyEvent(stateAt(0), eventAt(3)), {
      ...eventAt(1),
      conversation: 'pending',
    });
    const state = applyErased(waiting, BOB);
    expect(JSON.stringify(state)).not.toMatch(/text [13]/);
    expect(wordsOf([eventAt(1), eventAt(2)].reduce(applyEvent, state))).toEqual(['erased', null, 'erased']);
  });

  test('is not brought back by what was under way: an event, a page, a summary, a presence', () => {
    const erased = applyErased(stateAt(2), BOB);
    const late = applyHistory(applyEvent(erased, eventAt(3)), TALK, pageOf(1, 2));
    const state = applyPresence(applySummary(late, summaryAt(3)), {
      type: 'presence',
      user: BOB,
      online: true,
      lastSeen: null,
    });
    expect(wordsOf(state)).toEqual(['erased', null, 'erased']);
    expect(JSON.stringify(state)).not.toMatch(/Bob|text [13]/);
    expect(state.presence[BOB]).toBeUndefined();
  });

  test('is told by a summary as well, for a conversation that is held and for one that is not', () => {
    const [alice] = summaryAt(3).members;
    if (!alice) throw new Error('Nobody is there.');
    const bob = { user: BOB, username: null, displayName: null, online: false, lastSeen: null, erased: true };
    const summary = { ...summaryAt(3), members: [alice, bob] };
    for (const before of [upTo(3), emptyChat(ALICE)]) {
      const state = applySummary(before, summary);
      expect(state.people[BOB]?.erased).toBe(true);
      expect(talk(state).lastMessage).toMatchObject({ content: { kind: 'gone', why: 'erased' } });
    }
  });

  test('and had deleted a message, has it called that', () => {
    const state = applyErased(applyEvent(upTo(3), deletionAt(4, 1)), BOB);
    expect(wordsOf(state)).toEqual(['deleted', null, 'erased']);
  });
});
