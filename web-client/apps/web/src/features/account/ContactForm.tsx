import type { Me } from '@parley/protocol/types';
import { Field } from '@/shared/ui/Field';
import { useWords } from '@/shared/words/useWords';
import { AccountForm, typed } from './AccountForm';
import { changeContact } from './api/changeAccount';

/** How this person can be reached outside. */
export function ContactForm({ me, close }: { me: Me; close(): void }) {
  const words = useWords();
  return (
    <AccountForm
      close={close}
      send={(data) =>
        changeContact({ email: typed(data, 'email'), phone: typed(data, 'phone').replace(/[\s().-]/g, '') })
      }
    >
      {(field) => (
        <>
          <Field
            label={words('account.email')}
            {...field('email')}
            type="email"
            defaultValue={me.email}
            autoComplete="email"
            isRequired
            hint={words('account.contact.hint')}
          />
          <Field
            label={words('account.phone')}
            {...field('phone')}
            type="tel"
            defaultValue={me.phone ?? ''}
            autoComplete="tel"
            hint={words('account.phone.hint')}
          />
        </>
      )}
    </AccountForm>
  );
}
