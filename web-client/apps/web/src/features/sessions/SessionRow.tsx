import type { SessionItem } from '@parley/protocol/types';
import { MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { exactTime } from '@/shared/time/format';
import { useWords } from '@/shared/words/useWords';
import css from './SessionsPage.module.css';

export function SessionRow({ item, children }: { item: SessionItem; children: ReactNode }) {
  const words = useWords();
  return (
    <li className={css.row}>
      <span className={css.icon}>
        <MonitorSmartphone size={22} />
      </span>
      <div className={css.what}>
        <p className={css.device}>
          {item.device ?? words('sessions.unnamed')}
          {item.current ? <span className={css.current}>{words('sessions.this')}</span> : null}
        </p>
        <p className={css.times}>
          {words('sessions.times', { used: exactTime(item.lastUsedAt), created: exactTime(item.createdAt) })}
        </p>
      </div>
      {children}
    </li>
  );
}
