import type { SessionItem } from '@parley/protocol/types';
import { Monitor, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { momentOf } from '@/shared/time/format';
import { useWords } from '@/shared/words/useWords';
import css from './SessionsPage.module.css';

export function SessionRow({ item, children }: { item: SessionItem; children: ReactNode }) {
  const words = useWords();
  const Icon = /Android|iOS/.test(item.device ?? '') ? Smartphone : Monitor;
  return (
    <li className={css.row}>
      <span className={css.icon}>
        <Icon size={22} aria-hidden="true" />
      </span>
      <div className={css.what}>
        <p className={css.device}>
          <bdi>{item.device ?? words('sessions.unnamed')}</bdi>
          {item.current ? <span className={css.current}>{words('sessions.this')}</span> : null}
        </p>
        <p className={css.times}>
          <span>{words('sessions.used', { when: momentOf(item.lastUsedAt) })}</span>
          <span>{words('sessions.created', { when: momentOf(item.createdAt) })}</span>
        </p>
      </div>
      {children}
    </li>
  );
}
