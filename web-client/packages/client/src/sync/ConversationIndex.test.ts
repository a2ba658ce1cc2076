import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { applyEvent } from '../conversation/applyEvent';
import { applyPresence } from '../conversation/applyPresence';
import { applyReceipt } from '../conversation/applyReceipt';
import { applySummary } from '../conversation/applySummary';
import { arrange, arrangementOf, withArrangement } from '../conversation/arrangement';
import { type ChatState, emptyChat } from '../conversation/ChatState';
import { askCommand } from '../conversation/pendingSteps';
import { calling, waiting } from '../conversation/unread';
import { ALICE, BOB, eventAt, summaryAt, TALK, timeOf } from '../testing/log';
import { ConversationIndex } from './ConversationIndex';

const idOf = (n: number) => `conversation ${n}`;

/** One change after another of up to forty conversations: new ones, messages in them, messages read, arranged, everything forgotten. */
const changes = fc.array(
  fc.record({ what: fc.integer({ min: 0, max: 80 }), conversation: fc.nat({ max: 40 }) }),
  { maxLength: 120 },
);

function changed(state: ChatState, what: number, id: string): ChatState {
  const conversation = state.conversations[id];
  if (what === 60) return emptyChat(state.me);
  if (what > 70) {
    const data = { conversation: id, change: { pinned: what % 2 === 0 } };
    const subject = arrange.subject(data);
    return askCommand(state, {
      key: `${what}`,
      kind: 'arrange',
      subject,
      data,
      at: timeOf(what),
      reason: null,
    });
  }
  if (what > 60)
    return withArrangement(state, id, {
      pinned: what % 2 === 0,
      archived: what % 3 === 0,
      favourite: false,
      unread: what % 5 > 2,
      ...(what % 7 === 0 ? { mutedUntil: '2999-01-01T00:00:00Z' } : {}),
      asOf: (state.arrangements[id]?.asOf ?? 0) + 1,
    });
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
      const pinned = (id: string) => Number(arrangementOf(state, id).pinned);
      const sorted = Object.keys(state.conversations).sort(
        (a, b) => pinned(b) - pinned(a) || at(b) - at(a) || (a < b ? -1 : 1),
      );
      const all = Object.values(state.conversations);
      const now = Date.now();
      expect(index.order.getState()).toEqual(sorted);
      expect(index.unread.getState()).toBe(all.reduce((sum, each) => sum + waiting(state, each), 0));
      expect(index.calling.getState()).toBe(all.reduce((sum, each) => sum + calling(state, each, now), 0));
      index.close();
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

test('what is said in a muted conversation calls for nobody until the mute ends, which nobody tells', () => {
  vi.useFakeTimers();
  try {
    const index = new ConversationIndex();
    const empty = emptyChat(ALICE);
    const muted = withArrangement(applySummary(empty, summaryAt(1)), TALK, {
      pinned: false,
      archived: false,
      favourite: false,
      unread: false,
      mutedUntil: new Date(Date.now() + 60_000).toISOString(),
      asOf: 1,
    });
    index.changed(muted, empty);
    expect([index.unread.getState(), index.calling.getState()]).toEqual([1, 0]);
    vi.advanceTimersByTime(60_001);
    expect([index.unread.getState(), index.calling.getState()]).toEqual([1, 1]);
  } finally {
    vi.useRealTimers();
  }
});
