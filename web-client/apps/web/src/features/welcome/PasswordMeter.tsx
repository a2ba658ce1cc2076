import css from './PasswordMeter.module.css';
import type { Strength } from './rules';

/** As much of a bar as a password is strong; what it means is said beside it. */
export function PasswordMeter({ strength: { level } }: { strength: Strength }) {
  return <span className={css.meter} data-level={level} aria-hidden="true" />;
}
