import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './Notice.module.css';

/** A sentence that matters now. A problem interrupts those who listen to the page; a remark waits. */
export function Notice({ look, children }: { look: 'problem' | 'remark'; children: ReactNode }) {
  const Icon = look === 'problem' ? CircleAlert : Info;
  return (
    <p role={look === 'problem' ? 'alert' : 'status'} className={`${css.notice} ${css[look]}`}>
      <Icon size={18} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
