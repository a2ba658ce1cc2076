import { useNow } from '@/shared/time/useNow';
import { useWords } from '@/shared/words/useWords';

/** Only for the eye: read aloud, a countdown would never stop. */
export function Countdown({ until }: { until: number }) {
  const words = useWords();
  const now = useNow(500);
  const seconds = Math.max(1, Math.ceil((until - now.getTime()) / 1000));
  return <span aria-hidden="true">{words('connection.countdown', { seconds })}</span>;
}
