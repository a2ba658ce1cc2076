import type { Visibility } from '@parley/protocol/types';
import { Choice } from '@/shared/ui/Choice';
import { useWords } from '@/shared/words/useWords';
import css from './AccountPage.module.css';

type Allowed = Visibility['online'];

interface VisibilityChoicesProps {
  visibility: Visibility;
  allowed: readonly (readonly [Allowed, string])[];
  change(visibility: Visibility): void;
}

/** Whom this person shows what of them. */
export function VisibilityChoices({ visibility, allowed, change }: VisibilityChoicesProps) {
  const words = useWords();
  const choices = [
    ['online', words('account.visibility.online')],
    ['lastSeen', words('account.visibility.last-seen')],
    ['receipts', words('account.visibility.receipts')],
    ['avatar', words('account.visibility.avatar')],
    ['about', words('account.visibility.about')],
  ] as const;
  return (
    <>
      {choices.map(([part, label]) => (
        <Choice
          key={part}
          label={label}
          value={visibility[part]}
          options={allowed}
          choose={(chosen) => change({ ...visibility, [part]: chosen })}
        />
      ))}
      <p className={css.hint}>{words('account.visibility.hint')}</p>
    </>
  );
}
