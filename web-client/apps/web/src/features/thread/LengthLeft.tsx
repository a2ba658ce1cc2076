import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';
import { LONGEST } from './longest';

const TELL_FROM = 1800;

/** Tells how much room is left, once there is little. */
export function LengthLeft({ length }: { length: number }) {
  const words = useWords();
  const left = LONGEST - length;
  return (
    <p
      role="status"
      aria-label={words('thread.length')}
      className={`${css.length} ${left < 0 ? css.over : ''}`}
    >
      {length < TELL_FROM
        ? ''
        : left < 0
          ? words('thread.length.over', { count: -left })
          : words('thread.length.left', { count: left })}
    </p>
  );
}
