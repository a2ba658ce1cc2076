import { useNow } from '@/shared/time/useNow';

/** Only for the eye: read aloud, a countdown would never stop. */
export function Countdown({ until }: { until: number }) {
  const now = useNow(500);
  const seconds = Math.max(1, Math.ceil((until - now.getTime()) / 1000));
  return <span aria-hidden="true">in {seconds} s</span>;
}
