import { describe, expect, test } from 'vitest';
import { reconnectDelay } from './reconnectDelay';

describe('the wait before connecting again', () => {
  test('has a ceiling that doubles from four seconds to ten', () => {
    const longest = [0, 1, 2, 3, 50].map((attempt) => reconnectDelay(attempt, () => 1));
    expect(longest).toEqual([4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  test('may be nothing at all', () => {
    expect(reconnectDelay(3, () => 0)).toBe(0);
  });

  test('is spread evenly over all of it', () => {
    const waits = Array.from({ length: 5_000 }, () => reconnectDelay(0));
    const inFirstHalf = waits.filter((wait) => wait < 2_000).length;
    expect(inFirstHalf).toBeGreaterThan(2_200);
    expect(inFirstHalf).toBeLessThan(2_800);
    expect(Math.max(...waits)).toBeLessThanOrEqual(4_000);
  });
});
