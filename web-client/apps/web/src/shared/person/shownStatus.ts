import type { Status } from '@parley/client/conversation/ChatState';

interface ShownStatus {
  emoji: string | null | undefined;
  line: string | null | undefined;
  /** Whether the person does not want to be disturbed. */
  quiet: boolean;
}

/** What of a status is not over; null if there is nothing. */
export function shownStatus(status: Status | undefined, now: number): ShownStatus | null {
  if (!status) return null;
  const { emoji, line, until, quietUntil } = status;
  const quiet = isAhead(quietUntil, now);
  const said = !until || isAhead(until, now);
  if (!quiet && (!said || (!emoji && !line))) return null;
  return { emoji: said ? emoji : undefined, line: said ? line : undefined, quiet };
}

function isAhead(time: string | null | undefined, now: number): boolean {
  return !!time && Date.parse(time) > now;
}
