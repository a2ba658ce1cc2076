import type { Me } from '@parley/protocol/types';
import { Field } from '@/shared/ui/Field';
import { useWords } from '@/shared/words/useWords';
import { AccountForm, typed } from './AccountForm';
import { changeProfile } from './api/changeAccount';

/** What others see of this person. */
export function ProfileForm({ me, close }: { me: Me; close(): void }) {
  const words = useWords();
  return (
    <AccountForm
      close={close}
      send={(data) =>
        changeProfile({
          username: typed(data, 'username').toLowerCase(),
          displayName: typed(data, 'displayName'),
          about: typed(data, 'about'),
        })
      }
    >
      {(field) => (
        <>
          <Field
            label={words('account.display-name')}
            {...field('displayName')}
            defaultValue={me.displayName}
            autoComplete="name"
            isRequired
            maxLength={50}
          />
          <Field
            label={words('account.username')}
            {...field('username')}
            defaultValue={me.username}
            autoComplete="username"
            autoCapitalize="none"
            isRequired
            maxLength={20}
            hint={words('account.username.hint')}
          />
          <Field
            label={words('account.about')}
            {...field('about')}
            defaultValue={me.about ?? ''}
            maxLength={200}
            hint={words('account.about.hint')}
          />
        </>
      )}
    </AccountForm>
  );
}
