import { Problem } from '@parley/client/api/Problem';
import { applyEvent } from '@parley/client/conversation/applyEvent';
import { BOB, callAt, callChangeAt, eventAt, stateAt, TALK } from '@parley/client/testing/log';
import { expect, test, vi } from 'vitest';
import { insist } from './insist';
import { keepCall, keptCall } from './keptCall';
import { lasted } from './lasted';
import { gradeOf } from './Quality';
import { recentCalls } from './recentCalls';

test('how long a call lasted is told as clocks show it', () => {
  expect([0, 5, 192, 3_792].map(lasted)).toEqual(['0:00', '0:05', '3:12', '1:03:12']);
});

test('a connection is as good as little is lost and the way is short', () => {
  expect(gradeOf(0, 0.05)).toBe('good');
  expect(gradeOf(0.05, 0.05)).toBe('fair');
  expect(gradeOf(0, 0.4)).toBe('fair');
  expect(gradeOf(0.2, 0)).toBe('poor');
});

test('what the server did not answer is asked again while it is wanted, and a refusal is not', async () => {
  vi.useFakeTimers();
  const answers = [Problem.unreachable(), Problem.unreachable(), 'yes'];
  const ask = vi.fn(async () => {
    const answer = answers.shift();
    if (answer instanceof Problem) throw answer;
    return answer;
  });
  const insisted = insist(ask, () => true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await insisted).toBe('yes');
  const refused = vi.fn(() => Promise.reject(new Problem(410, 'call_over', '', false)));
  expect(await insist(refused, () => true)).toMatchObject({ code: 'call_over' });
  expect(refused).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test('only recent calls of others that nothing was said about may ring', () => {
  const load = vi.fn();
  const now = new Date().toISOString();
  const rings = applyEvent(stateAt(0), callAt(1, 'video', now));
  expect(recentCalls(rings, null, load)).toEqual([
    { conversation: TALK, message: 'm1', number: 1, video: true },
  ]);
  expect(recentCalls(rings, rings, load)).toEqual([]);
  expect(recentCalls(applyEvent(rings, callChangeAt(2, 1, BOB, 'cancelled')), null, load)).toEqual([]);
  expect(recentCalls(applyEvent(stateAt(0), callAt(1)), null, load)).toEqual([]);
  const own = [eventAt(1), callAt(2, 'audio', now)].reduce(applyEvent, stateAt(0));
  expect(recentCalls(own, null, load)).toEqual([]);
  expect(load).not.toHaveBeenCalled();
});

test('a tab remembers its call until it is over', () => {
  const call = { conversation: TALK, message: 'm1', caller: true, video: false, since: null };
  keepCall({ ...call, camera: false, muted: true });
  expect(keptCall()).toEqual({ ...call, camera: false, muted: true });
  sessionStorage.setItem('parley.call', '{"conversation":1}');
  expect(keptCall()).toBeNull();
  keepCall(null);
  expect(keptCall()).toBeNull();
});
