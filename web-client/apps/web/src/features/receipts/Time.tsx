import { exactTime } from '@/shared/time/format';
import { useWords } from '@/shared/words/useWords';
import css from './MessageTimes.module.css';

export function Time({ step, at }: { step: string; at: string | null }) {
  const words = useWords();
  return (
    <div className={css.row}>
      <dt>{step}</dt>
      <dd>{at ? <time dateTime={at}>{exactTime(at)}</time> : words('receipts.not-yet')}</dd>
    </div>
  );
}
