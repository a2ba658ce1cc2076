import { Check, CheckCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Mark } from '@/shared/ui/Mark';
import { ReadMark } from '@/shared/ui/ReadMark';
import { useWords } from '@/shared/words/useWords';
import { Languages } from './Languages';
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
            <Step
              icon={<Check size={22} />}
              name={words('welcome.step.sent')}
              means={words('welcome.step.sent.means')}
            />
            <Step
              icon={<CheckCheck size={22} />}
              name={words('welcome.step.delivered')}
              means={words('welcome.step.delivered.means')}
            />
            <Step
              icon={<ReadMark size={20} />}
              name={words('welcome.step.read')}
              means={words('welcome.step.read.means')}
              read
            />
          </ul>
        </div>
      </header>
      <main className={css.main}>
        <div className={css.card}>
          <h1 className={css.title} tabIndex={-1} data-landing>
            {title}
          </h1>
          {children}
        </div>
        <Languages />
      </main>
    </div>
  );
}

function Step(props: { icon: ReactNode; name: string; means: string; read?: boolean }) {
  return (
    <li className={`${css.step} ${props.read ? css.read : ''}`}>
      {props.icon}
      <span>
        <strong>{props.name}</strong> {props.means}
      </span>
    </li>
  );
}
