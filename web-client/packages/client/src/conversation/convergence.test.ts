import { is } from '@parley/protocol/is';
import type { EventFrame, KnownAboutView, MessageView } from '@parley/protocol/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALICE,
  authorOf,
  BOB,
  callChangeAt,
  deletionAt,
  editAt,
  eventAt,
  messagesIn,
  reactionsAt,
  stateAt,
  summaryAt,
  TALK,
} from '../testing/log';
import { applyEvent } from './applyEvent';
import { applyHistory, type HistoryPage } from './applyHistory';
import { applySummary } from './applySummary';
import { type ChatState, type Conversation, emptyChat } from './ChatState';
import { missingRange } from './missingRange';

/** What the gap filler does: asks the log for what is missing until nothing is. */
function fillGaps(state: ChatState, log = eventAt): ChatState {
  let current = state;
  for (;;) {
    const conversation = current.conversations[TALK];
    const range = conversation ? missingRange(conversation) : null;
    if (!range) return current;
    const events = Array.from({ length: range.to - range.from + 1 }, (_, i) => log(range.from + i));
    current = events.reduce(applyEvent, current);
  }
}

/** Frames of sequences up to the last, in any order and any number, the last among them. */
const deliveries = fc.integer({ min: 1, max: 25 }).chain((last) =>
  fc.record({
    last: fc.constant(last),
    frames: fc
      .array(fc.integer({ min: 0, max: last }), { maxLength: 60 })
      .chain((some) => fc.shuffledSubarray([...some, last], { minLength: some.length + 1 })),
    summaryAt: fc.integer({ min: 0, max: last }),
  }),
);

test('any order and repetition of events with gap fetches at any moment ends in the same conversation', () => {
  fc.assert(
    fc.property(deliveries, fc.infiniteStream(fc.boolean()), ({ last, frames }, fetchNow) => {
      const expected = Array.from({ length: last }, (_, i) => eventAt(i + 1)).reduce(applyEvent, stateAt(0));
      let state = stateAt(0);
      for (const sequence of frames) {
        state = applyEvent(state, eventAt(sequence));
        if (fetchNow.next().value) state = fillGaps(state);
      }
      expect(fillGaps(state)).toEqual(expected);
    }),
  );
});

test('a summary read before, between or after frames, older or newer than they, ends in the same conversation', () => {
  fc.assert(
    fc.property(deliveries, fc.nat(), ({ last, frames, summaryAt: seen }, moment) => {
      const at = moment % (frames.length + 1);
      let state = emptyChat(stateAt(0).me);
      frames.forEach((sequence, i) => {
        if (i === at) state = applySummary(state, summaryAt(seen));
        state = applyEvent(state, eventAt(sequence));
      });
      if (at === frames.length) state = applySummary(state, summaryAt(seen));
      const conversation = fillGaps(state).conversations[TALK];
      expect(conversation).toMatchObject({ sequence: last, knownSequence: last, lastNumber: last, held: {} });
      expect(conversation?.lastMessage?.content).toEqual({ kind: 'text', text: `text ${last}` });
      expect(messagesIn(conversation).map((message) => message.number)).toEqual(
        Array.from({ length: last - seen }, (_, i) => seen + 1 + i),
      );
    }),
  );
});

/** A log whose every third event deletes the message two before it. */
function withDeletions(sequence: number): EventFrame {
  const number = sequence - Math.floor(sequence / 3);
  if (sequence === 0 || sequence % 3 !== 0) {
    const event = eventAt(sequence);
    return { ...event, data: { ...event.data, number, message: `m${number}` } };
  }
  return deletionAt(sequence, number - 1);
}

test('any order and repetition of deletions with what they delete ends in the same conversation without the texts', () => {
  fc.assert(
    fc.property(deliveries, fc.infiniteStream(fc.boolean()), ({ last, frames }, fetchNow) => {
      const expected = Array.from({ length: last }, (_, i) => withDeletions(i + 1)).reduce(
        applyEvent,
        stateAt(0),
      );
      let state = stateAt(0);
      for (const sequence of frames) {
        state = applyEvent(state, withDeletions(sequence));
        if (fetchNow.next().value) state = fillGaps(state, withDeletions);
      }
      expect(fillGaps(state, withDeletions).conversations).toEqual(expected.conversations);
      const messages = messagesIn(expected.conversations[TALK]);
      expect(messages.filter(({ content }) => content.kind === 'gone')).toHaveLength(Math.floor(last / 3));
    }),
  );
});

const MESSAGES = 4;

/** A log of four messages that are edited and about which both say something again and again, until they are deleted. */
function withReactions(choices: readonly number[]): EventFrame[] {
  const deleted = new Set<number>();
  const said = choices.map((choice, i) => {
    const [sequence, number] = [MESSAGES + 1 + i, 1 + (choice % MESSAGES)];
    if (deleted.has(number)) return { ...eventAt(sequence), name: 'conversation.renamed.v1', data: {} };
    if (choice > 90) {
      deleted.add(number);
      return deletionAt(sequence, number);
    }
    if (choice % 3 === 0) return editAt(sequence, number, `edit ${i}`);
    if (choice % 5 === 0) return callChangeAt(sequence, number, choice % 2 ? ALICE : BOB, 'completed', i);
    return reactionsAt(sequence, number, choice % 2 ? ALICE : BOB, `${i}`);
  });
  return [...Array.from({ length: MESSAGES }, (_, i) => eventAt(i + 1)), ...said];
}

/** What a view answers of the four messages that has seen the log up to a sequence. */
function pageAt(log: readonly EventFrame[], sequence: number): HistoryPage {
  const seen = log.slice(MESSAGES, sequence);
  const items = Array.from({ length: MESSAGES }, (_, i): MessageView => {
    const number = i + 1;
    const own = seen.filter((event) => 'number' in event.data && event.data.number === number);
    const deleted = own.some((event) => event.name === 'conversation.message-deleted.v1');
    const said = own.filter((event): event is EventFrame & KnownAboutView => is('KnownAboutView', event));
    const newest = said.filter(
      (event, at) =>
        !said
          .slice(at + 1)
          .some((later) => later.name === event.name && later.data.member === event.data.member),
    );
    const edit = newest.findLast(({ data }) => data.content && 'text' in data.content)?.data.content;
    const text = edit && 'text' in edit ? edit.text : `text ${number}`;
    const words = deleted ? { text: null, gone: 'deleted' as const } : { text };
    const place = { number, sequence: number, message: `m${number}`, author: authorOf(number) };
    return { ...place, ...words, at: eventAt(number).at, about: deleted ? [] : newest };
  });
  return { from: 1, to: MESSAGES, items };
}

test('a summary, frames and a page of history, read in whatever order, say the same about messages', () => {
  const story = fc.record({
    choices: fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 25 }),
    moments: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    order: fc.infiniteStream(fc.nat()),
  });
  fc.assert(
    fc.property(story, ({ choices, moments: [summary = 0, page = 0, reading = 0], order }) => {
      const log = withReactions(choices);
      const seen = MESSAGES + (summary % (choices.length + 1));
      const seenByPage = seen + (page % (log.length - seen + 1));
      const frames = log.slice(seen);
      const shuffled = frames
        .map((event) => ({ event, at: order.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event);
      const at = reading % (frames.length + 1);
      const read = (state: ChatState) => applyHistory(state, TALK, pageAt(log, seenByPage));
      const began = applySummary(emptyChat(ALICE), { ...summaryAt(MESSAGES), lastSequence: seen });
      const before = shuffled.slice(0, at).reduce(applyEvent, began);
      const ended = shuffled.slice(at).reduce(applyEvent, read(before)).conversations[TALK];
      const fresh = applySummary(emptyChat(ALICE), { ...summaryAt(MESSAGES), lastSequence: log.length });
      const expected = applyHistory(fresh, TALK, pageAt(log, log.length)).conversations[TALK];
      expect(ended?.timeline).toEqual(expected?.timeline);
      expect(ended?.sequence).toBe(log.length);
      expect(saidIn(ended)).toEqual(saidIn(expected));
    }),
  );
});

function saidIn(conversation: Conversation | undefined) {
  const said = Object.values(conversation?.about ?? {}).flat();
  return said.map(({ sequence, data }) => [sequence, data]).sort();
}
