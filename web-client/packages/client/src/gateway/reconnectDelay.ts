const FIRST_MS = 4_000;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the n-th attempt (from 0) to connect again: any time up to a ceiling, which starts at four seconds and doubles up
 * to ten. All of it is random ("full jitter"), so that thousands of clients of one node come back evenly spread; the ceiling stays low, so
 * that nobody stays away long after the node is back.
 */
export function reconnectDelay(attempt: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt));
}

/** Up to a second on top of a time that a server named, which it may have named to others too. */
export function spread(random: () => number = Math.random): number {
  return Math.round(random() * 1_000);
}
