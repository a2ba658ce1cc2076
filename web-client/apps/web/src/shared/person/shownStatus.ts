import type { StatusDetails } from '@parley/protocol/types';

interface ShownStatus {
  emoji: string | undefined;
  line: string | undefined;
  /** Whether the person does not want to be disturbed. */
  quiet: boolean;
}

/** What of a status is not over; null if there is nothing. */
export function shownStatus(status: StatusDetails | undefined, now: number): ShownStatus | null {
  if (!status) return null;
  const { emoji, line, until, quietUntil } = status;
  const quiet = isAhead(quietUntil, now);
  const said = until === undefined || isAhead(until, now);
  if (!quiet && (!said || (!emoji && !line))) return null;
  return { emoji: said ? emoji : undefined, line: said ? line : undefined, quiet };
}

function isAhead(time: string | undefined, now: number): boolean {
  return time !== undefined && Date.parse(time) > now;
}
