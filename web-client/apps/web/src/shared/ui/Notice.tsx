import type { ReactNode } from 'react';
import css from './Notice.module.css';

/** A sentence that matters now. A problem interrupts those who listen to the page; a remark waits. */
export function Notice({ look, children }: { look: 'problem' | 'remark'; children: ReactNode }) {
  return (
    <p role={look === 'problem' ? 'alert' : 'status'} className={`${css.notice} ${css[look]}`}>
      {children}
    </p>
  );
}
