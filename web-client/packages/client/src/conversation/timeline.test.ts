import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALICE, authorOf, BOB, stateAt, summaryAt, TALK, timeOf } from '../testing/log';
import { applySummary } from './applySummary';
import { type Conversation, emptyChat, type Message, type OutboxEntry } from './ChatState';
import { messageWith, NOTHING_HELD, newestRange, type Range, withNewest, withRange } from './timeline';
import { timelineItems } from './timelineItems';

const LAST = 60;

const messageAt = (number: number): Message => ({
  number,
  sequence: number,
  message: `m${number}`,
  author: authorOf(number),
  at: timeOf(number),
  content: { kind: 'text', text: `text ${number}` },
});

const rangeOf = (from: number, to: number): Range => ({
  from,
  to,
  messages: Array.from({ length: to - from + 1 }, (_, i) => messageAt(from + i)),
});

const ranges = fc
  .tuple(fc.integer({ min: 1, max: LAST }), fc.integer({ min: 1, max: LAST }))
  .map(([one, other]) => rangeOf(Math.min(one, other), Math.max(one, other)));

test('ranges read in whatever order hold each message once, in order, and never touch', () => {
  fc.assert(
    fc.property(fc.array(ranges, { maxLength: 12 }), (read) => {
      const timeline = read.reduce(withRange, NOTHING_HELD);
      const numbers = new Set(read.flatMap(({ messages }) => messages.map(({ number }) => number)));
      expect(timeline.flatMap(({ messages }) => messages.map(({ number }) => number))).toEqual(
        [...numbers].sort((a, b) => a - b),
      );
      for (const [i, { from, to, messages }] of timeline.entries()) {
        expect([messages[0]?.number, messages.at(-1)?.number]).toEqual([from, to]);
        expect(from).toBeGreaterThan((timeline[i - 1]?.to ?? -1) + 1);
      }
    }),
  );
});

test('what is held stays when it is read again', () => {
  const gone: Message = { ...messageAt(2), content: { kind: 'gone', why: 'deleted' } };
  const held = withRange(NOTHING_HELD, { from: 2, to: 2, messages: [gone] });
  expect(messageWith(withRange(held, rangeOf(1, 3)), 2)).toBe(gone);
});

test('a new message follows the newest range, and begins one where the newest are not held', () => {
  const held = withRange(NOTHING_HELD, rangeOf(1, 3));
  expect(withNewest(held, 3, messageAt(4))).toMatchObject([{ from: 1, to: 4 }]);
  expect(withNewest(held, 8, messageAt(9))).toMatchObject([
    { from: 1, to: 3 },
    { from: 9, to: 9 },
  ]);
  expect(newestRange(held, 8)).toBeUndefined();
});

describe('the items of a range', () => {
  const entry = (message: string, failedAfter: number | null): OutboxEntry => ({
    message,
    conversation: TALK,
    content: { kind: 'text', text: message },
    at: timeOf(9),
    step: failedAfter === null ? 'queued' : 'failed',
    reason: null,
    place: 1,
    failedAfter,
  });
  const [queued, failed] = [entry('queued', null), entry('failed', 3)];
  const began = applySummary(emptyChat(ALICE), summaryAt(6)).conversations[TALK];
  if (!began) throw new Error('The conversation is not there.');
  const conversation: Conversation = {
    ...began,
    notices: [
      {
        after: 2,
        event: {
          conversation: TALK,
          sequence: 99,
          position: 99,
          at: timeOf(2),
          name: 'conversation.member-left.v1',
          data: { conversation: TALK, member: BOB },
        },
      },
    ],
  };
  const keysOf = (range: Range, outbox: OutboxEntry[]) =>
    timelineItems(conversation, range, outbox, ALICE).map((item) =>
      item.kind === 'message' ? item.message.number : item.kind === 'notice' ? 'notice' : item.entry.message,
    );

  test('have what failed where it failed, what waits at the end, and what happened where it did', () => {
    expect(keysOf(rangeOf(1, 6), [failed, queued])).toEqual([1, 2, 'notice', 3, 'failed', 4, 5, 6, 'queued']);
  });

  test('have neither what waits nor what belongs to other places, unless they end with the newest', () => {
    expect(keysOf(rangeOf(4, 5), [failed, queued])).toEqual(['failed', 4, 5]);
    expect(keysOf(rangeOf(5, 5), [failed, queued])).toEqual([5]);
  });

  test('are the same for a message that is the same, and keep their key from writing to being recorded', () => {
    const range = rangeOf(1, 2);
    const [before, after] = [1, 2].map(() => timelineItems(conversation, range, [], ALICE));
    expect(before?.[0]).toBe(after?.[0]);
    const [pending] = timelineItems(conversation, rangeOf(6, 6), [entry('m4', null)], ALICE).slice(-1);
    expect(pending?.key).toBe(timelineItems(stateOf(), rangeOf(4, 4), [], ALICE)[0]?.key);
  });
});

function stateOf(): Conversation {
  const conversation = stateAt(6).conversations[TALK];
  if (!conversation) throw new Error('The conversation is not there.');
  return conversation;
}
