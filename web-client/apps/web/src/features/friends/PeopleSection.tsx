import { Children, type ReactNode, useId } from 'react';
import css from './PeoplePage.module.css';

interface PeopleSectionProps {
  title: string;
  /** Said where there is nobody. */
  none?: string;
  children: ReactNode;
}

export function PeopleSection({ title, none, children }: PeopleSectionProps) {
  const id = useId();
  return (
    <section className={css.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {Children.count(children) === 0 ? (
        <p className={css.soft}>{none}</p>
      ) : (
        <ul className={css.list}>{children}</ul>
      )}
    </section>
  );
}
