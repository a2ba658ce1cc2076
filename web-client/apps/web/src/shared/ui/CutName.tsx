import css from './CutName.module.css';

/** A name on one line. One that is too long ends where its own letters end, whichever way the line runs. */
export function CutName({ children }: { children: string }) {
  return <bdi className={css.cut}>{children}</bdi>;
}
