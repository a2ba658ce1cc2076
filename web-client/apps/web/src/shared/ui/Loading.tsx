import css from './Loading.module.css';

/** Something is on its way. Shown only after a moment, so that what is quick does not flicker. */
export function Loading({ children }: { children: string }) {
  return (
    <p role="status" className={css.loading}>
      <span className={css.dots} aria-hidden="true" />
      {children}
    </p>
  );
}
