import { type FormEvent, useEffect, useRef } from 'react';
import { Form } from 'react-aria-components';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import css from './AccountPage.module.css';
import { useEraseAccount } from './useEraseAccount';

/** Says what deleting an account means, and asks for the password of whoever wants it. */
export function EraseAccountForm({ user, keep }: { user: string; keep(): void }) {
  const { erase, pending, problem, wrongPassword, changed } = useEraseAccount(user);

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wrongPassword) form.current?.querySelector('input')?.focus();
  }, [wrongPassword]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!pending) erase(String(new FormData(event.currentTarget).get('password')));
  }

  return (
    <Form ref={form} className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
      <ul className={css.consequences}>
        <li>Your name, e-mail address and phone number go, and the text of every message you wrote.</li>
        <li>
          Others see “Deleted account” and “Erased” in their place. What they wrote themselves stays with
          them.
        </li>
        <li>That you took part in a conversation, and when, stays. Nothing of it names you.</li>
        <li>You are signed out everywhere at once. This cannot be undone.</li>
      </ul>
      {problem ? <Notice look="problem">{problem}</Notice> : null}
      <Field
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
        error={wrongPassword ? 'This is not your password.' : undefined}
        onChange={changed}
      />
      <Answers>
        <Button look="quiet" onPress={keep}>
          Keep my account
        </Button>
        <Button look="danger" type="submit">
          {pending ? 'Deleting…' : 'Delete my account'}
        </Button>
      </Answers>
    </Form>
  );
}
