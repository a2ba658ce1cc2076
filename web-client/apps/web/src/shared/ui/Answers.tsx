import type { ReactNode } from 'react';
import css from './ModalDialog.module.css';

/** The buttons that end a dialog. */
export function Answers({ children }: { children: ReactNode }) {
  return <div className={css.answers}>{children}</div>;
}
