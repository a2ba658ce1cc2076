import type { SessionNotice } from '@parley/client/session/Identity';
import type { FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { hrefOf, placeOf } from '@/shared/routing/route';
import { useRoute } from '@/shared/routing/useRoute';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { signIn } from './api/signIn';
import css from './form.module.css';
import { Invited } from './Invited';
import { useEntry } from './useEntry';
import { WelcomeLayout } from './WelcomeLayout';

export function SignInPage({ notice }: { notice: SessionNotice | null }) {
  const words = useWords();
  const here = placeOf(useRoute());
  const { pending, problem, field, enter, refuse } = useEntry();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const username = String(data.get('username')).trim().toLowerCase();
    const password = String(data.get('password'));
    const missing = Object.entries({ username, password }).filter(([, value]) => value === '');
    if (missing.length === 0) void enter(event.currentTarget, signIn({ username, password }));
    else
      refuse(
        event.currentTarget,
        Object.fromEntries(missing.map(([name]) => [name, words('welcome.missing')])),
      );
  }

  return (
    <WelcomeLayout title={words('welcome.sign-in')}>
      <Invited place={here} />
      {notice && !problem ? <Notice look="remark">{words(`welcome.notice.${notice}`)}</Notice> : null}
      {problem ? <Notice look="problem">{problem}</Notice> : null}
      <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
        <Field
          label={words('welcome.username')}
          {...field('username')}
          autoComplete="username"
          isRequired
          autoCapitalize="none"
        />
        <Field
          label={words('welcome.password')}
          {...field('password')}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <Button type="submit">{pending ? words('welcome.signing-in') : words('welcome.sign-in')}</Button>
      </Form>
      <p className={css.other}>
        {words('welcome.new-here')}{' '}
        <a href={hrefOf({ page: 'sign-up', next: here })}>{words('welcome.to-sign-up')}</a>
      </p>
    </WelcomeLayout>
  );
}
