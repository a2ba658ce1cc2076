import type { NewAccount } from '@parley/protocol/types';
import type { FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { hrefOf, inviterOf, placeOf, type Route } from '@/shared/routing/route';
import { useRoute } from '@/shared/routing/useRoute';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import type { Words } from '@/shared/words/words';
import { signUp } from './api/signUp';
import css from './form.module.css';
import { Invited } from './Invited';
import { PasswordMeter } from './PasswordMeter';
import { digits, type Strength } from './rules';
import { useChecks } from './useChecks';
import { useEntry } from './useEntry';
import { WelcomeLayout } from './WelcomeLayout';

export function SignUpPage() {
  const words = useWords();
  const here = placeOf(useRoute());
  const { pending, problem, field, enter } = useEntry(talkToInviter);
  const { checked, strength } = useChecks(field);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    void enter(event.currentTarget, signUp(accountOf(new FormData(event.currentTarget))));
  }

  return (
    <WelcomeLayout title={words('welcome.sign-up')}>
      <Invited place={here} />
      {problem ? <Notice look="problem">{problem}</Notice> : null}
      <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
        <Field
          label={words('welcome.username')}
          {...checked('username')}
          autoComplete="username"
          isRequired
          hint={words('welcome.username.hint')}
          autoCapitalize="none"
        />
        <Field
          label={words('welcome.display-name')}
          {...checked('displayName')}
          autoComplete="name"
          isRequired
          maxLength={50}
          hint={words('welcome.display-name.hint')}
        />
        <Field
          label={words('welcome.email')}
          {...checked('email')}
          type="email"
          autoComplete="email"
          isRequired
          hint={words('welcome.email.hint')}
        />
        <Field
          label={words('welcome.phone')}
          {...checked('phone')}
          type="tel"
          autoComplete="tel"
          hint={words('welcome.phone.hint')}
        />
        <Field
          label={words('welcome.password')}
          {...checked('password')}
          type="password"
          autoComplete="new-password"
          isRequired
          hint={hintOf(words, strength)}
        />
        <PasswordMeter strength={strength} />
        <Button type="submit">{pending ? words('welcome.signing-up') : words('welcome.sign-up.do')}</Button>
      </Form>
      <p className={css.other}>
        {words('welcome.have-account')}{' '}
        <a href={hrefOf({ page: 'sign-in', next: here })}>{words('welcome.sign-in')}</a>
      </p>
    </WelcomeLayout>
  );
}

/** Whoever came by an invitation begins with that conversation. */
function talkToInviter(place: Route): Route {
  const inviter = inviterOf(place);
  return inviter === null ? place : { page: 'feature', path: 'talk', of: inviter };
}

function hintOf(words: Words, { level, missing }: Strength): string {
  if (level === 'none') return words('welcome.password.hint');
  if (missing > 0) return words('welcome.password.missing', { count: missing });
  return words(`welcome.password.${level}`);
}

function accountOf(data: FormData): NewAccount {
  const text = (name: string) => String(data.get(name)).normalize('NFC').trim();
  const phone = digits(text('phone'));
  return {
    username: text('username').toLowerCase(),
    displayName: text('displayName'),
    email: text('email'),
    ...(phone ? { phone } : {}),
    password: String(data.get('password')),
  };
}
