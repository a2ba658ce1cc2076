import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';

/** In place of the composer where nobody is left to write to. */
export function NoComposer() {
  const words = useWords();
  return <p className={css.closed}>{words('thread.closed')}</p>;
}
