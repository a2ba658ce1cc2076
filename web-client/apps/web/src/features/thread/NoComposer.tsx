import css from './Composer.module.css';

/** In place of the composer where nobody is left to write to. */
export function NoComposer() {
  return (
    <p className={css.closed}>
      This account was deleted. You can read what you wrote, but no longer write here.
    </p>
  );
}
