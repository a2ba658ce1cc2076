import { spoken } from '@/shared/words/words';

const DAY_MS = 86_400_000;

const shapes = {
  clock: { hour: '2-digit', minute: '2-digit' },
  exact: { dateStyle: 'medium', timeStyle: 'medium' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  weekday: { weekday: 'short' },
  dayAndMonth: { day: 'numeric', month: 'short' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long' },
  longDayWithYear: { dateStyle: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format takes long; there are few. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(shape: keyof typeof shapes, date: Date): string {
  const { locale } = spoken();
  const name = `${locale} ${shape}`;
  const known = formats.get(name);
  if (known) return known.format(date);
  const made = new Intl.DateTimeFormat(locale, shapes[shape]);
  formats.set(name, made);
  return made.format(date);
}

export function clockTime(at: string): string {
  return format('clock', new Date(at));
}

/** A day, whatever the year. */
export function dateOf(at: string): string {
  return format('longDayWithYear', new Date(at));
}

/** To the minute, where seconds would only be noise. */
export function momentOf(at: string): string {
  return format('moment', new Date(at));
}

export function exactTime(at: string): string {
  return format('exact', new Date(at));
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
  if (days <= 0) return format('clock', date);
  if (days === 1) return spoken().words('time.yesterday');
  return format(days < 7 ? 'weekday' : 'dayAndMonth', date);
}

export function dayName(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  const days = daysBetween(date, now);
  if (days <= 0) return spoken().words('time.today');
  if (days === 1) return spoken().words('time.yesterday');
  return format(date.getFullYear() === now.getFullYear() ? 'longDay' : 'longDayWithYear', date);
}

export function lastSeenPhrase(lastSeen: string | null, now: Date = new Date()): string {
  const { words } = spoken();
  if (!lastSeen) return words('time.last-seen.never');
  const date = new Date(lastSeen);
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000);
  if (minutes < 1) return words('time.last-seen.now');
  if (minutes < 60) return words('time.last-seen.minutes', { minutes });
  const time = clockTime(lastSeen);
  const days = daysBetween(date, now);
  if (days <= 0) return words('time.last-seen.today', { time });
  if (days === 1) return words('time.last-seen.yesterday', { time });
  return words('time.last-seen.day', { day: dayName(lastSeen, now), time });
}
