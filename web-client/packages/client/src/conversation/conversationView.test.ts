import { expect, test } from 'vitest';
import { ALICE, BOB, eventAt, stateAt, TALK } from '../testing/log';
import { applyErased } from './applyErased';
import { applyEvent } from './applyEvent';
import { applyPresence } from './applyPresence';
import { applyReceipt } from './applyReceipt';
import type { ChatState, Conversation } from './ChatState';
import { conversationView, sameView } from './conversationView';

const viewOf = (state: ChatState, change: Partial<Conversation> = {}) => {
  const conversation = state.conversations[TALK];
  if (!conversation) throw new Error('The conversation is not there.');
  return conversationView(state, { ...conversation, ...change });
};

test('a direct conversation has the other person’s name and presence, and how far one’s own last message has come', () => {
  const told = applyPresence(stateAt(3), { type: 'presence', user: BOB, online: true, lastSeen: null });
  const sent = applyEvent(told, eventAt(4));
  expect(viewOf(sent)).toMatchObject({
    face: { user: BOB, displayName: 'Bob Brown' },
    presence: { online: true },
    lastStatus: 'sent',
    unread: 0,
    firstUnread: null,
    mayWrite: true,
  });
  const read = applyReceipt(sent, { conversation: TALK, member: BOB, kind: 'read', upTo: 4 });
  expect(viewOf(read).lastStatus).toBe('read');
});

test('what is unread begins behind what was read', () => {
  const state = [eventAt(5), eventAt(6), eventAt(7)].reduce(applyEvent, stateAt(4));
  // The sixth is one's own: sending counts as reading.
  expect(viewOf(state)).toMatchObject({ unread: 1, firstUnread: 7, lastStatus: null });
});

test('a group has its own name, and no one’s presence', () => {
  const view = viewOf(stateAt(2), { kind: 'group', name: 'Tea', members: [ALICE, BOB, 'carol'] });
  expect(view).toMatchObject({ face: { user: TALK, displayName: 'Tea' }, presence: null, members: 3 });
});

test('nobody is left to write to where the other account was deleted', () => {
  expect(viewOf(applyErased(stateAt(2), BOB))).toMatchObject({ face: { erased: true }, mayWrite: false });
});

test('a view is the same until something shown changes', () => {
  const state = stateAt(2);
  expect(sameView(viewOf(state), viewOf({ ...state, cursor: 'k9' }))).toBe(true);
  expect(sameView(viewOf(state), viewOf({ ...state, drafts: { [TALK]: 'typed' } }))).toBe(false);
  expect(sameView(viewOf(state), viewOf({ ...state, typing: { [TALK]: { [BOB]: 1 } } }))).toBe(false);
});
