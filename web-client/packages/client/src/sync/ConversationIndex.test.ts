import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { applyEvent } from '../conversation/applyEvent';
import { applyPresence } from '../conversation/applyPresence';
import { applyReceipt } from '../conversation/applyReceipt';
import { applySummary } from '../conversation/applySummary';
import { type ChatState, emptyChat } from '../conversation/ChatState';
import { unreadTotal } from '../conversation/unread';
import { ALICE, BOB, eventAt, summaryAt, timeOf } from '../testing/log';
import { ConversationIndex } from './ConversationIndex';

const idOf = (n: number) => `conversation ${n}`;

/** One change after another of up to forty conversations: new ones, messages in them, messages read, everything forgotten. */
const changes = fc.array(
  fc.record({ what: fc.integer({ min: 0, max: 60 }), conversation: fc.nat({ max: 40 }) }),
  { maxLength: 120 },
);

function changed(state: ChatState, what: number, id: string): ChatState {
  const conversation = state.conversations[id];
  if (what === 60) return emptyChat(state.me);
  if (!conversation)
    return applySummary(state, { ...summaryAt(what % 5), conversation: id, startedAt: timeOf(what) });
  const next = { ...eventAt(conversation.sequence + 1), conversation: id, at: timeOf(what) };
  if (what < 40) return applyEvent(state, next);
  return applyReceipt(state, {
    conversation: id,
    member: ALICE,
    kind: 'read',
    upTo: conversation.lastNumber,
  });
}

test('the order and what is unread are those of all conversations, whatever changes', () => {
  fc.assert(
    fc.property(changes, (story) => {
      const index = new ConversationIndex();
      let state = emptyChat(ALICE);
      for (const { what, conversation } of story) {
        const next = changed(state, what, idOf(conversation));
        index.changed(next, state);
        state = next;
      }
      const at = (id: string) => {
        const conversation = state.conversations[id];
        return Date.parse(conversation?.lastMessage?.at ?? conversation?.startedAt ?? '');
      };
      const sorted = Object.keys(state.conversations).sort((a, b) => at(b) - at(a) || (a < b ? -1 : 1));
      expect(index.order.getState()).toEqual(sorted);
      expect(index.unread.getState()).toBe(unreadTotal(state));
    }),
  );
});

test('who listens to a conversation is told of what it is shown with, and of no other', () => {
  const index = new ConversationIndex();
  const [one, other] = [vi.fn(), vi.fn()];
  let state = emptyChat(ALICE);
  const update = (next: ChatState) => {
    index.changed(next, state);
    state = next;
  };
  update(applySummary(state, { ...summaryAt(1), conversation: idOf(1) }));
  const alone = summaryAt(1).members.filter(({ user }) => user === ALICE);
  update(applySummary(state, { ...summaryAt(1), conversation: idOf(2), members: alone }));
  index.listen(idOf(1), one);
  index.listen(idOf(2), other);
  update(applyPresence(state, { type: 'presence', user: BOB, online: true, lastSeen: null }));
  update(applyEvent(state, { ...eventAt(2), conversation: idOf(1) }));
  update({ ...state, drafts: { [idOf(1)]: 'typed' } });
  expect(one).toHaveBeenCalledTimes(3);
  expect(other).not.toHaveBeenCalled();
});
