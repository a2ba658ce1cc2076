const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before something is tried again: exponential from half a second to 30 seconds, of which the upper half is random,
 * so that what failed together is not tried again all at once.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt + 1));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
