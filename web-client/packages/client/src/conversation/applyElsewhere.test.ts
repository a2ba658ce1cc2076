import { expect, test } from 'vitest';
import { BOB, stateAt, summaryAt, timeOf } from '../testing/log';
import { applyElsewhere } from './applyElsewhere';
import { applyErased } from './applyErased';
import { applySummary } from './applySummary';

const renamed = (position: number, displayName: string) =>
  ({
    type: 'event',
    stream: `account/${BOB}`,
    sequence: position,
    position,
    at: timeOf(position),
    name: 'account.profile-changed.v1',
    data: { account: BOB, content: { username: 'bob', displayName, about: null } },
    cursor: `k${position}`,
  }) as const;

const summaryAsOf = (asOf: number, displayName: string) => {
  const summary = summaryAt(0);
  return {
    ...summary,
    members: summary.members.map((each) => (each.user === BOB ? { ...each, displayName, asOf } : each)),
  };
};

test('the newest name counts, whatever tells it and in whatever order it comes', () => {
  const tellings = [
    (state = stateAt(0)) => applyElsewhere(state, renamed(11, 'Bob One')),
    (state = stateAt(0)) => applyElsewhere(state, renamed(12, 'Bob Two')),
    (state = stateAt(0)) => applySummary(state, summaryAsOf(11, 'Bob One')),
    (state = stateAt(0)) => applySummary(state, summaryAsOf(12, 'Bob Two')),
  ];
  for (const [one, other] of tellings.flatMap((one) => tellings.map((other) => [one, other] as const))) {
    const both = other(one()).people[BOB];
    expect(both?.displayName).toBe(
      [one, other].some((each) => tellings.indexOf(each) % 2 === 1) ? 'Bob Two' : 'Bob One',
    );
  }
});

test('what is told of a stream is known to be, and an older event does not change it', () => {
  const state = applyElsewhere(applyElsewhere(stateAt(0), renamed(12, 'Bob Two')), renamed(11, 'Bob One'));
  expect(state.heard).toEqual({ [`account/${BOB}`]: 12 });
});

test('who was erased is called nothing any more', () => {
  const erased = applyErased(stateAt(0), BOB);
  expect(applyElsewhere(erased, renamed(12, 'Bob Two')).people[BOB]).toEqual(erased.people[BOB]);
});
