import { Check, CheckCheck, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Mark } from '@/shared/ui/Mark';
import css from './WelcomeLayout.module.css';

/** The way in: what Parley is on one side, the form on the other. */
export function WelcomeLayout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css.page}>
      <header className={css.brand}>
        <p className={css.wordmark}>
          <Mark size={36} />
          Parley
        </p>
        <div className={css.pitch}>
          <p className={css.slogan}>Talk it over.</p>
          <p>Every message tells you honestly how far it has come.</p>
          <ul className={css.steps} aria-label="The steps of a message">
            <Step icon={Check} name="Sent" words="kept for good" />
            <Step icon={CheckCheck} name="Delivered" words="on their device" />
            <Step icon={CheckCheck} name="Read" words="seen by them" read />
          </ul>
        </div>
      </header>
      <main className={css.main}>
        <div className={css.card}>
          <h1 className={css.title}>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}

function Step(props: { icon: LucideIcon; name: string; words: string; read?: boolean }) {
  return (
    <li className={`${css.step} ${props.read ? css.read : ''}`}>
      <props.icon size={22} />
      <span>
        <strong>{props.name}</strong> {props.words}
      </span>
    </li>
  );
}
