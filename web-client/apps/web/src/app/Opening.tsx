import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';
import css from './App.module.css';

/** What is shown while something is on its way that will fill the window. */
export function Opening() {
  const words = useWords();
  return (
    <main className={css.middle}>
      <Loading>{words('app.opening')}</Loading>
    </main>
  );
}
