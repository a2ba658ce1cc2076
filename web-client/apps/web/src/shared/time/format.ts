const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const dayAndMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const longDayWithYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

const DAY_MS = 86_400_000;

export function clockTime(at: string): string {
  return clock.format(new Date(at));
}

export function exactTime(at: string): string {
  return exact.format(new Date(at));
}

/** Whole local days from one instant to another; 0 is the same day. */
function daysBetween(from: Date, to: Date): number {
  const start = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((start(to) - start(from)) / DAY_MS);
}

export function sameDay(one: string, other: string): boolean {
  return daysBetween(new Date(one), new Date(other)) === 0;
}

/** Short enough for a list: the time today, then the weekday, then the date. */
export function listTime(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  const days = daysBetween(date, now);
  if (days <= 0) return clock.format(date);
  if (days === 1) return 'Yesterday';
  return days < 7 ? weekday.format(date) : dayAndMonth.format(date);
}

export function dayName(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  const days = daysBetween(date, now);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return date.getFullYear() === now.getFullYear() ? longDay.format(date) : longDayWithYear.format(date);
}

export function lastSeenPhrase(lastSeen: string | null, now: Date = new Date()): string {
  if (!lastSeen) return 'Offline';
  const minutes = Math.floor((now.getTime() - new Date(lastSeen).getTime()) / 60_000);
  if (minutes < 1) return 'Last seen just now';
  if (minutes < 60) return `Last seen ${minutes} min ago`;
  const day = dayName(lastSeen, now);
  return `Last seen ${day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day} at ${clockTime(lastSeen)}`;
}
