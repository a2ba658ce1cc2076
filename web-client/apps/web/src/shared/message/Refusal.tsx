import { Button } from 'react-aria-components';
import { useWords } from '@/shared/words/useWords';
import css from './Refusal.module.css';

interface RefusalProps {
  /** What did not come about, and why. */
  says: string;
  again: () => void;
  /** What trying again is called, where it is something else. */
  called?: string;
  leave: () => void;
  /** What leaving it means, in words for a button. */
  leaving: string;
}

/** What was asked for about a message and refused: it can be tried again, or left. */
export function Refusal({ says, again, called, leave, leaving }: RefusalProps) {
  const words = useWords();
  return (
    <div className={css.failed}>
      <p role="alert">{says}</p>
      <Button className={css.again ?? ''} onPress={again}>
        {called ?? words('thread.try-again')}
      </Button>
      <Button className={css.again ?? ''} onPress={leave}>
        {leaving}
      </Button>
    </div>
  );
}
