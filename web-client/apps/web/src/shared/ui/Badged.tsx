import type { ReactNode } from 'react';
import css from './Badged.module.css';

interface BadgedProps {
  /** What stands in the badge, which the label of what it is on says too; empty for no badge. */
  text: string;
  children: ReactNode;
}

/** A button with a count on it. */
export function Badged({ text, children }: BadgedProps) {
  return (
    <span className={css.button}>
      {children}
      {text === '' ? null : (
        <span className={css.badge} aria-hidden="true">
          {text}
        </span>
      )}
    </span>
  );
}
