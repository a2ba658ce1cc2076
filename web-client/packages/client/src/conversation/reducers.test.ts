import { describe, expect, test } from 'vitest';
import {
  ALICE,
  BOB,
  eventAt,
  messageEventAt,
  messagesIn,
  pageOf,
  sentAckAt,
  stateAt,
  summaryAt,
  TALK,
  timeOf,
} from '../testing/log';
import { applyAck } from './applyAck';
import { applyEvent } from './applyEvent';
import { applyHistory } from './applyHistory';
import { applyPresence } from './applyPresence';
import { applyReceipt } from './applyReceipt';
import { applySummary } from './applySummary';
import { applyTyping, expireTyping } from './applyTyping';
import type { ChatState, OutboxEntry, Receipt } from './ChatState';
import { messageStatus } from './messageStatus';
import { missingRange } from './missingRange';
import { enqueueOutbox } from './outboxSteps';
import { unread } from './unread';

const talk = (state: ChatState) => {
  const conversation = state.conversations[TALK];
  if (!conversation) throw new Error('The conversation is not there.');
  return conversation;
};

const receipt = (member: string, kind: 'delivered' | 'read', upTo: number): Receipt => ({
  conversation: TALK,
  member,
  kind,
  upTo,
});

const rangesOf = (state: ChatState) => talk(state).timeline.map(({ from, to }) => [from, to]);

const entry: OutboxEntry = {
  message: 'mine',
  conversation: TALK,
  content: { kind: 'text', text: 'hello' },
  at: timeOf(3),
  step: 'sending',
  reason: null,
  place: 1,
  failedAfter: null,
};

describe('events', () => {
  test('an event after a gap waits and says what is missing', () => {
    const state = applyEvent(stateAt(2), eventAt(5));
    expect(talk(state).lastNumber).toBe(2);
    expect(missingRange(talk(state))).toEqual({ from: 3, to: 4 });
  });

  test('who is added to a group or leaves it changes its members and takes no number', () => {
    const data = { conversation: TALK, member: 'carol', role: 'member', addedBy: ALICE, removedBy: ALICE };
    const moved = (sequence: number, name: string) => ({
      ...eventAt(sequence),
      name,
      data: { ...data, lastNumber: 2 },
    });
    const added = applyEvent(stateAt(2), moved(3, 'conversation.member-added.v1'));
    expect(talk(added)).toMatchObject({ sequence: 3, lastNumber: 2 });
    expect(talk(added).members).toContain('carol');
    const left = applyEvent(added, moved(4, 'conversation.member-left.v1'));
    expect(talk(left).members).not.toContain('carol');
    const removed = applyEvent(added, moved(4, 'conversation.member-removed.v1'));
    expect(talk(removed).members).not.toContain('carol');
  });

  test('who comes to a group has nothing to read of the time before, and is what they came as', () => {
    const data = { conversation: TALK, member: 'carol', role: 'admin', addedBy: ALICE, lastNumber: 2 };
    const event = { ...eventAt(3), name: 'conversation.member-added.v1', data };
    const state = applyEvent(stateAt(2), event);
    expect(talk(state)).toMatchObject({
      roles: { carol: 'admin' },
      watermarks: { carol: { deliveredUpTo: 2, readUpTo: 2 } },
    });
    const left = { ...eventAt(4), name: 'conversation.member-left.v1', data };
    expect(talk(applyEvent(state, left)).roles).toEqual({});
  });

  test('those who come to a group at once are members with nothing to read of the time before', () => {
    const data = { conversation: TALK, members: ['carol', 'dave'], addedBy: ALICE, lastNumber: 2 };
    const state = applyEvent(stateAt(2), { ...eventAt(3), name: 'conversation.members-added.v1', data });
    expect(talk(state)).toMatchObject({
      sequence: 3,
      lastNumber: 2,
      roles: {},
      watermarks: { carol: { readUpTo: 2 }, dave: { readUpTo: 2 } },
    });
    expect(talk(state).members).toEqual(expect.arrayContaining([ALICE, BOB, 'carol', 'dave']));
  });

  test('a conversation one is removed from is gone, and an earlier view does not bring it back', () => {
    const data = { conversation: TALK, member: ALICE, removedBy: BOB };
    const removed = { ...eventAt(3), name: 'conversation.member-removed.v1', data };
    const gone = applyEvent(stateAt(2), removed);
    expect(gone.conversations).toEqual({});
    const late = [eventAt(2), removed].reduce(applyEvent, applySummary(gone, summaryAt(2)));
    expect(late.conversations).toEqual({});
    expect(late.pendingFrames).toEqual({});
    expect(talk(applySummary(gone, summaryAt(4)))).toMatchObject({ sequence: 4 });
  });

  test('a name this client does not know is counted in its place, however it comes', () => {
    const unknown = { ...eventAt(4), name: 'conversation.poll-opened.v1', data: { number: 4 } };
    const state = [eventAt(5), unknown, unknown, eventAt(3)].reduce(applyEvent, stateAt(2));
    expect(missingRange(talk(state))).toBeNull();
    expect(talk(state)).toMatchObject({ sequence: 5, lastNumber: 5 });
    expect(messagesIn(talk(state)).map((message) => message.number)).toEqual([3, 5]);
  });

  test('a name this client does not know only counts', () => {
    const state = applyEvent(stateAt(2), { ...eventAt(3), name: 'conversation.renamed.v1', data: {} });
    expect(talk(state)).toMatchObject({ sequence: 3, lastNumber: 2 });
  });

  test('a message from someone else is announced and ends their typing', () => {
    const typing = applyTyping(stateAt(2), { type: 'typing', conversation: TALK, user: BOB, on: true }, 0);
    const state = applyEvent(typing, eventAt(3));
    expect(state.arrival).toMatchObject({ conversation: TALK, content: { text: 'text 3' } });
    expect(state.typing).toEqual({});
  });

  test('a message of one’s own is not announced and counts as read', () => {
    const state = applyEvent(stateAt(3), eventAt(4));
    expect(state.arrival).toBeNull();
    expect(unread(talk(state), ALICE)).toBe(0);
  });

  test('a message whose content was forgotten has no text', () => {
    const event = messageEventAt(3);
    const state = applyEvent(stateAt(2), { ...event, data: { ...event.data, content: null } });
    expect(messagesIn(talk(state))[0]?.content).toEqual({ kind: 'gone', why: null });
  });
});

describe('watermarks', () => {
  test('a status goes from sent over delivered to read as the recipient’s watermarks pass the message', () => {
    const sent = applyEvent(stateAt(3), eventAt(4));
    const delivered = applyReceipt(sent, receipt(BOB, 'delivered', 4));
    const read = applyReceipt(delivered, receipt(BOB, 'read', 4));
    const steps = [sent, delivered, read].map((state) => messageStatus(talk(state), ALICE, 4));
    expect(steps).toEqual(['sent', 'delivered', 'read']);
  });

  test('a lower watermark than before changes nothing', () => {
    const state = applyReceipt(stateAt(3), receipt(BOB, 'read', 3));
    expect(applyReceipt(state, receipt(BOB, 'read', 1))).toBe(state);
  });

  test('what this person read on another device is no longer unread here', () => {
    const state = applyEvent(stateAt(4), eventAt(5));
    expect(unread(talk(state), ALICE)).toBe(1);
    expect(unread(talk(applyReceipt(state, receipt(ALICE, 'read', 5))), ALICE)).toBe(0);
  });

  test('a receipt that comes before its conversation is applied with it', () => {
    const early = applyReceipt({ ...stateAt(0), conversations: {} }, receipt(BOB, 'read', 9));
    const state = applySummary(early, summaryAt(0));
    expect(talk(state).watermarks[BOB]?.readUpTo).toBe(9);
  });
});

describe('history', () => {
  test('an older page goes before what is held', () => {
    const state = applyHistory(applyEvent(stateAt(8), eventAt(9)), TALK, pageOf(5, 8));
    expect(messagesIn(talk(state)).map((message) => message.number)).toEqual([5, 6, 7, 8, 9]);
  });

  test('a page apart from what is held is a range of its own, until what is between them is read', () => {
    const apart = applyHistory(applyEvent(stateAt(19), eventAt(20)), TALK, pageOf(5, 7));
    expect(rangesOf(apart)).toEqual([
      [5, 7],
      [20, 20],
    ]);
    expect(rangesOf(applyHistory(apart, TALK, pageOf(8, 19)))).toEqual([[5, 20]]);
  });

  test('what a message holds besides words comes with its page', () => {
    const link = { url: 'https://example.org/', title: 'Example' };
    const page = pageOf(5, 5);
    const items = page.items.map((message) => ({ ...message, link }));
    const [message] = messagesIn(talk(applyHistory(stateAt(8), TALK, { ...page, items })));
    expect(message?.content).toMatchObject({ kind: 'text', link });
  });

  test('a page within what is held changes nothing', () => {
    const state = applyHistory(stateAt(9), TALK, pageOf(1, 9));
    expect(talk(applyHistory(state, TALK, pageOf(3, 5))).timeline).toBe(talk(state).timeline);
  });

  test('a page that overlaps what is held adds only what is older', () => {
    const state = applyHistory(applyEvent(stateAt(8), eventAt(9)), TALK, pageOf(7, 9));
    expect(messagesIn(talk(state)).map((message) => message.number)).toEqual([7, 8, 9]);
  });
});

describe('one’s own message', () => {
  const ack = sentAckAt(3, 'c1', 'mine');

  test('leaves the outbox for the conversation with its acknowledgement', () => {
    const state = applyAck(enqueueOutbox(stateAt(2), entry), entry, ack);
    expect(state.outbox).toEqual([]);
    expect(messagesIn(talk(state)).map((message) => message.message)).toEqual(['mine']);
  });

  test('stays visible while something before it is missing', () => {
    const state = applyAck(enqueueOutbox(stateAt(1), entry), entry, ack);
    expect(state.outbox.map((each) => each.step)).toEqual(['acknowledged']);
    expect(applyEvent(state, eventAt(2)).outbox).toEqual([]);
  });

  test('is there once when the gateway’s frame of it comes as well', () => {
    const event = messageEventAt(3);
    const echo = { ...event, data: { ...event.data, author: ALICE, message: 'mine' } };
    const state = applyAck(applyEvent(enqueueOutbox(stateAt(2), entry), echo), entry, ack);
    expect(state.outbox).toEqual([]);
    expect(messagesIn(talk(state))).toHaveLength(1);
  });
});

describe('the moment', () => {
  test('typing ends by itself after six seconds', () => {
    const state = applyTyping(stateAt(1), { type: 'typing', conversation: TALK, user: BOB, on: true }, 1_000);
    expect(expireTyping(state, 6_999).typing).toEqual({ [TALK]: { [BOB]: 7_000 } });
    expect(expireTyping(state, 7_000).typing).toEqual({});
  });

  test('presence told by a frame is not overwritten by an older summary', () => {
    const online = applyPresence(stateAt(1), { type: 'presence', user: BOB, online: true, lastSeen: null });
    expect(applySummary(online, summaryAt(1)).presence[BOB]?.online).toBe(true);
  });
});
