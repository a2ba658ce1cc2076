import type { EventFrame, FollowedThread, InThread, MessageView, Replies } from '@parley/protocol/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALICE, BOB, eventAt, messageEventAt, stateAt, TALK, timeOf, viewOf } from '../testing/log';
import { applyElsewhere } from './applyElsewhere';
import { applyEvent } from './applyEvent';
import { applyHistory } from './applyHistory';
import type { ChatState } from './ChatState';
import { applyFollowed, isFollowed, threadMessages, unreadReplies } from './threads';
import { unread } from './unread';

/** What happens in the thread about the message 1, which is Bob's, behind it in the log. */
type Step = { by: string; also: boolean } | { deletes: number } | { alice: number };

interface Entry {
  number: number;
  message: number;
  sequence: number;
  author: string;
  gone: boolean;
}

/** The log of these steps, and what a view would answer at each sequence. */
function storyOf(steps: readonly Step[]) {
  const events: EventFrame[] = [eventAt(0), messageEventAt(1)];
  const views: FollowedThread[] = [];
  const entries: Entry[] = [];
  let [last, lastReply, readUpTo] = [1, 0, 0];
  views.push(viewed(entries, readUpTo), viewed(entries, readUpTo));
  for (const step of steps) {
    const sequence = events.length;
    if ('alice' in step) {
      readUpTo = Math.max(readUpTo, Math.min(step.alice, entries.length));
      views[views.length - 1] = viewed(entries, readUpTo);
      continue;
    }
    if ('deletes' in step) {
      const entry = entries[step.deletes % Math.max(1, entries.length)];
      if (!entry || entry.gone) continue;
      entry.gone = true;
      events.push(deletion(sequence, entry));
    } else {
      const number = step.also ? ++last : --lastReply;
      const entry = {
        number: entries.length + 1,
        message: number,
        sequence,
        author: step.by,
        gone: false,
      };
      entries.push(entry);
      events.push(reply(sequence, entry));
    }
    views.push(viewed(entries, readUpTo));
  }
  return { events, views, entries, readUpTo };
}

function placeOf(number: number): InThread {
  return { root: { number: 1, sequence: 1 }, author: BOB, number };
}

function reply(sequence: number, { number, message, author }: Entry): EventFrame {
  const event = messageEventAt(sequence);
  const data = { ...event.data, number: message, author, thread: placeOf(number) };
  return message > 0
    ? { ...event, data }
    : { ...event, name: 'conversation.reply-sent.v1', data: { ...data, call: undefined } };
}

function deletion(sequence: number, { number, message, sequence: target, author }: Entry): EventFrame {
  return {
    ...messageEventAt(sequence),
    name: 'conversation.message-deleted.v1',
    data: {
      conversation: TALK,
      number: message,
      target,
      message: `m${target}`,
      author,
      thread: placeOf(number),
    },
  };
}

function repliesOf(entries: readonly Entry[]): Replies | undefined {
  const newest = entries.at(-1);
  if (!newest) return undefined;
  const authors = [...new Set(entries.toReversed().map(({ author }) => author))];
  const gone = entries.filter((entry) => entry.gone).map(({ number }) => number);
  return {
    count: entries.length - gone.length,
    gone,
    last: newest.number,
    at: timeOf(newest.sequence),
    authors,
  };
}

/** As the server counts it for Alice. */
function viewed(entries: readonly Entry[], marked: number): FollowedThread {
  const own = entries.findLast(({ author }) => author === ALICE)?.number ?? 0;
  const since = entries.find(({ author }) => author === ALICE)?.number ?? 0;
  const readUpTo = Math.max(marked, own, since - 1);
  const replies = repliesOf(entries);
  return {
    conversation: TALK,
    root: { ...viewOf(1), ...(replies ? { replies } : {}) },
    own: {
      following: since > 0,
      readUpTo,
      since,
      unread: entries
        .filter(({ number, gone }) => number > readUpTo && !gone)
        .map(({ number, message, author }) => ({ number, message, author })),
      asOf: 0,
    },
  };
}

const steps = fc.array(
  fc.oneof(
    fc.record({ by: fc.constantFrom(ALICE, BOB), also: fc.boolean() }),
    fc.record({ deletes: fc.nat(9) }),
    fc.record({ alice: fc.nat(9) }),
  ),
  { maxLength: 20 },
);

test('whenever threads are read between events in whatever order, what waits in them ends as the server counts it', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat(99)), (chosen, choice) => {
      const { events, views, entries, readUpTo } = storyOf(chosen);
      const next = () => choice.next().value ?? 0;
      let state = stateAt(1);
      state = applyHistory(state, TALK, { from: 1, to: 1, items: [viewOf(1)] });
      for (let at = 2; at < events.length; at++) {
        const late = next() % 3 === 0 ? 1 : 0;
        for (const sequence of late ? [at + 1, at, at] : [at]) state = told(state, events[sequence]);
        const reached = state.conversations[TALK]?.sequence ?? 0;
        // What a view answers holds all that was told, and may hold more.
        const seen = views[Math.min(views.length - 1, reached + (next() % 3))];
        if (next() % 3 === 0 && seen?.root.replies) state = applyFollowed(state, [seen]);
      }
      state = applyElsewhere(state, marked(readUpTo));
      const conversation = state.conversations[TALK];
      const thread = conversation?.threads?.[1];
      const expected = viewed(entries, readUpTo);
      if (!conversation || !thread) {
        expect(entries.length === 0 || readUpTo === 0).toBe(true);
        return;
      }
      expect(unreadReplies(conversation, thread, ALICE).map(({ number }) => number)).toEqual(
        expected.own.unread.filter(({ author }) => author !== ALICE).map(({ number }) => number),
      );
      expect(isFollowed(thread, ALICE)).toBe(expected.own.following);
      const root = conversation.timeline
        .flatMap(({ messages }) => messages)
        .find((each) => each.number === 1);
      expect(root?.replies).toEqual(repliesOf(entries));
    }),
  );
});

function told(state: ChatState, event: EventFrame | undefined): ChatState {
  return event && 'conversation' in event ? applyEvent(state, event) : state;
}

function marked(readUpTo: number) {
  return {
    type: 'event',
    stream: `thread/${TALK}/${ALICE}/1`,
    sequence: 0,
    position: 5,
    at: timeOf(0),
    name: 'thread.marked.v1',
    data: { conversation: TALK, member: ALICE, root: { number: 1, sequence: 1 }, readUpTo },
    cursor: 'k',
  } as const;
}

test('a reply in a thread alone is none of the conversation’s messages', () => {
  const { events } = storyOf([{ by: BOB, also: false }]);
  const before = stateAt(1);
  const state = events.slice(2).reduce(told, before);
  const conversation = state.conversations[TALK];
  expect(conversation?.lastNumber).toBe(1);
  expect(conversation?.lastMessage).toEqual(before.conversations[TALK]?.lastMessage);
  expect(conversation && unread(conversation, ALICE)).toBe(
    before.conversations[TALK] && unread(before.conversations[TALK], ALICE),
  );
});

test('a thread that was read is shown in order, with what comes since', () => {
  const { events } = storyOf([
    { by: BOB, also: false },
    { by: ALICE, also: true },
  ]);
  const first: MessageView = { ...viewOf(1), number: -1, thread: placeOf(1), message: 'm2', sequence: 2 };
  let state = stateAt(2);
  state = applyHistory(state, TALK, { from: -1, to: -1, items: [first] });
  state = told(state, events[3]);
  const conversation = state.conversations[TALK];
  expect(conversation && threadMessages(conversation, 1)).toBeUndefined();
});
