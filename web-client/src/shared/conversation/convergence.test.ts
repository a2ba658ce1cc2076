import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventAt, stateAt, summaryAt, TALK } from '@/shared/testing/log';
import { applyEvent } from './applyEvent';
import { applySummary } from './applySummary';
import { type ChatState, emptyChat } from './ChatState';
import { missingRange } from './missingRange';

/** What the gap filler does: asks the log for what is missing until nothing is. */
function fillGaps(state: ChatState): ChatState {
  let current = state;
  for (;;) {
    const conversation = current.conversations[TALK];
    const range = conversation ? missingRange(conversation) : null;
    if (!range) return current;
    const events = Array.from({ length: range.to - range.from + 1 }, (_, i) => eventAt(range.from + i));
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
