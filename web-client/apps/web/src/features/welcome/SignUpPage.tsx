import type { NewAccount } from '@parley/protocol/types';
import type { FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { hrefOf } from '@/shared/routing/route';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { signUp } from './api/signUp';
import css from './form.module.css';
import { useEntry } from './useEntry';
import { WelcomeLayout } from './WelcomeLayout';

export function SignUpPage() {
  const { pending, problem, field, enter } = useEntry();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    void enter(event.currentTarget, signUp(accountOf(new FormData(event.currentTarget))));
  }

  return (
    <WelcomeLayout title="Create an account">
      {problem ? <Notice look="problem">{problem}</Notice> : null}
      <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
        <Field
          label="Username"
          {...field('username')}
          autoComplete="username"
          isRequired
          hint="How others find you: 3 to 20 of a–z, 0–9, underscore, full stop."
          autoCapitalize="none"
        />
        <Field label="Display name" {...field('displayName')} autoComplete="name" isRequired maxLength={50} />
        <Field label="E-mail" {...field('email')} type="email" autoComplete="email" isRequired />
        <Field
          label="Phone"
          {...field('phone')}
          type="tel"
          autoComplete="tel"
          hint="With the country code, such as +44 20 7946 0958."
        />
        <Field
          label="Password"
          {...field('password')}
          type="password"
          autoComplete="new-password"
          isRequired
          hint="At least 10 characters."
        />
        <Button type="submit">{pending ? 'Creating your account…' : 'Create account'}</Button>
      </Form>
      <p className={css.other}>
        Have an account? <a href={hrefOf({ page: 'sign-in' })}>Sign in</a>
      </p>
    </WelcomeLayout>
  );
}

function accountOf(data: FormData): NewAccount {
  const text = (name: string) => String(data.get(name)).normalize('NFC').trim();
  const phone = text('phone').replace(/[\s().-]/g, '');
  return {
    username: text('username').toLowerCase(),
    displayName: text('displayName'),
    email: text('email'),
    ...(phone ? { phone } : {}),
    password: String(data.get('password')),
  };
}
