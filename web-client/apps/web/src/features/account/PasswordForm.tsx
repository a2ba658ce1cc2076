import { problemWords } from '@/shared/problem/problemWords';
import { Check } from '@/shared/ui/Check';
import { Field } from '@/shared/ui/Field';
import { useWords } from '@/shared/words/useWords';
import { AccountForm } from './AccountForm';
import { changePassword } from './api/changeAccount';

/** Asks for the old password and a new one. */
export function PasswordForm({ username, close }: { username: string; close(): void }) {
  const words = useWords();
  return (
    <AccountForm
      close={close}
      wordsOf={(code) =>
        code === 'wrong_credentials' ? words('account.delete.wrong-password') : problemWords(code)
      }
      send={(data) =>
        changePassword({
          oldPassword: String(data.get('oldPassword')),
          newPassword: String(data.get('newPassword')),
          endOtherSessions: data.get('endOtherSessions') !== null,
        })
      }
    >
      {(field) => (
        <>
          <input
            type="text"
            name="username"
            aria-label={words('account.username')}
            autoComplete="username"
            defaultValue={username}
            hidden
            readOnly
          />
          <Field
            label={words('account.password.old')}
            {...field('oldPassword')}
            type="password"
            autoComplete="current-password"
            isRequired
          />
          <Field
            label={words('account.password.new')}
            {...field('newPassword')}
            type="password"
            autoComplete="new-password"
            isRequired
            hint={words('account.password.hint')}
          />
          <Check name="endOtherSessions" defaultSelected>
            {words('account.password.end-others')}
          </Check>
        </>
      )}
    </AccountForm>
  );
}
