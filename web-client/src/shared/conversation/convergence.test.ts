import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventFrame } from '@/shared/contract/types';
import { deletionAt, eventAt, stateAt, summaryAt, TALK } from '@/shared/testing/log';
import { applyEvent } from './applyEvent';
import { applySummary } from './applySummary';
import { type ChatState, emptyChat } from './ChatState';
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
      expect(conversation?.lastMessage?.text).toBe(`text ${last}`);
      expect(conversation?.messages.map((message) => message.number)).toEqual(
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
      const messages = expected.conversations[TALK]?.messages ?? [];
      expect(messages.filter((message) => message.text === null)).toHaveLength(Math.floor(last / 3));
    }),
  );
});
