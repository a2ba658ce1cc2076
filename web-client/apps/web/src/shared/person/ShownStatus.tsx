import type { Status } from '@parley/client/conversation/ChatState';
import { MoonStar } from 'lucide-react';
import { useNow } from '@/shared/time/useNow';
import { useWords } from '@/shared/words/useWords';
import css from './StatusLine.module.css';
import { shownStatus } from './shownStatus';

const MINUTE_MS = 60_000;

/** What someone is up to, if they say so and it is not over. */
export function ShownStatus({ status }: { status: Status | undefined }) {
  const words = useWords();
  const shown = shownStatus(status, useNow(MINUTE_MS).getTime());
  if (!shown) return null;
  const { emoji, line, quiet } = shown;
  return (
    <span className={css.status}>
      {quiet ? <MoonStar size={16} role="img" aria-label={words('person.quiet')} /> : null}
      {emoji ? <span>{emoji}</span> : null}
      {line ? <bdi className={css.line}>{line}</bdi> : null}
    </span>
  );
}
