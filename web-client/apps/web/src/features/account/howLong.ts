export type HowLong = 'always' | 'no' | 'hour' | 'four-hours' | 'today' | 'week';

const HOUR_MS = 3_600_000;

/** When it is over; null for what has no end, or does not begin. */
export function endOf(howLong: HowLong, now: Date): string | null {
  switch (howLong) {
    case 'always':
    case 'no':
      return null;
    case 'hour':
      return later(now, HOUR_MS);
    case 'four-hours':
      return later(now, 4 * HOUR_MS);
    case 'today':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
    case 'week':
      return later(now, 7 * 24 * HOUR_MS);
  }
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
