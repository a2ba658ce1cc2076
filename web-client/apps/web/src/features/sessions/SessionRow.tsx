import type { SessionItem } from '@parley/protocol/types';
import { MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { exactTime } from '@/shared/time/format';
import css from './SessionsPage.module.css';

export function SessionRow({ item, children }: { item: SessionItem; children: ReactNode }) {
  return (
    <li className={css.row}>
      <span className={css.icon}>
        <MonitorSmartphone size={22} />
      </span>
      <div className={css.what}>
        <p className={css.device}>
          {item.device ?? 'An unnamed device'}
          {item.current ? <span className={css.current}>This one</span> : null}
        </p>
        <p className={css.times}>
          Last used {exactTime(item.lastUsedAt)} · signed in {exactTime(item.createdAt)}
        </p>
      </div>
      {children}
    </li>
  );
}
