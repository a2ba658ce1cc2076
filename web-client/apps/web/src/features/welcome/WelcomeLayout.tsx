import { Check, CheckCheck, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Mark } from '@/shared/ui/Mark';
import { useWords } from '@/shared/words/useWords';
import css from './WelcomeLayout.module.css';

/** The way in: what Parley is on one side, the form on the other. */
export function WelcomeLayout({ title, children }: { title: string; children: ReactNode }) {
  const words = useWords();
  return (
    <div className={css.page}>
      <header className={css.brand}>
        <p className={css.wordmark}>
          <Mark size={36} />
          Parley
        </p>
        <div className={css.pitch}>
          <p className={css.slogan}>{words('welcome.slogan')}</p>
          <p>{words('welcome.promise')}</p>
          <ul className={css.steps} aria-label={words('welcome.steps')}>
            <Step icon={Check} name={words('welcome.step.sent')} means={words('welcome.step.sent.means')} />
            <Step
              icon={CheckCheck}
              name={words('welcome.step.delivered')}
              means={words('welcome.step.delivered.means')}
            />
            <Step
              icon={CheckCheck}
              name={words('welcome.step.read')}
              means={words('welcome.step.read.means')}
              read
            />
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

function Step(props: { icon: LucideIcon; name: string; means: string; read?: boolean }) {
  return (
    <li className={`${css.step} ${props.read ? css.read : ''}`}>
      <props.icon size={22} />
      <span>
        <strong>{props.name}</strong> {props.means}
      </span>
    </li>
  );
}
