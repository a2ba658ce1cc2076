import type { FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { hrefOf } from '@/shared/routing/route';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { signIn } from './api/signIn';
import css from './form.module.css';
import { useEntry } from './useEntry';
import { WelcomeLayout } from './WelcomeLayout';

export function SignInPage({ notice }: { notice: string | null }) {
  const { pending, problem, field, enter } = useEntry();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const username = String(data.get('username')).trim().toLowerCase();
    void enter(event.currentTarget, signIn({ username, password: String(data.get('password')) }));
  }

  return (
    <WelcomeLayout title="Sign in">
      {notice && !problem ? <Notice look="remark">{notice}</Notice> : null}
      {problem ? <Notice look="problem">{problem}</Notice> : null}
      <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
        <Field
          label="Username"
          {...field('username')}
          autoComplete="username"
          isRequired
          autoCapitalize="none"
        />
        <Field
          label="Password"
          {...field('password')}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <Button type="submit">{pending ? 'Signing in…' : 'Sign in'}</Button>
      </Form>
      <p className={css.other}>
        New here? <a href={hrefOf({ page: 'sign-up' })}>Create an account</a>
      </p>
    </WelcomeLayout>
  );
}
