import { spoken } from '@/shared/words/words';

/** How long something lasted, as clocks show it: 3:12, or 1:03:12. */
export function lasted(seconds: number): string {
  const { locale } = spoken();
  const whole = new Intl.NumberFormat(locale, { useGrouping: false });
  const padded = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return h > 0
    ? `${whole.format(h)}:${padded.format(m)}:${padded.format(s)}`
    : `${whole.format(m)}:${padded.format(s)}`;
}
