import css from './ReadMark.module.css';

/** A filled disc with a tick: told from the bare ticks of what is only delivered by its shape. */
export function ReadMark({ size = 16 }: { size?: number }) {
  return (
    <svg className={css.mark} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle className={css.disc} cx="8" cy="8" r="7.5" />
      <path className={css.tick} d="m4.8 8.3 2.3 2.3 4.2-4.8" />
    </svg>
  );
}
