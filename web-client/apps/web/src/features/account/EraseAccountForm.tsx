import { type FormEvent, useEffect, useRef } from 'react';
import { Form } from 'react-aria-components';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './AccountPage.module.css';
import { useEraseAccount } from './useEraseAccount';

/** Says what deleting an account means, and asks for the password of whoever wants it. */
export function EraseAccountForm({ keep }: { keep(): void }) {
  const words = useWords();
  const { erase, pending, problem, wrongPassword, changed } = useEraseAccount();

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
        <li>{words('account.delete.you-lose')}</li>
        <li>{words('account.delete.others-see')}</li>
        <li>{words('account.delete.stays')}</li>
        <li>{words('account.delete.final')}</li>
      </ul>
      {problem ? <Notice look="problem">{problem}</Notice> : null}
      <Field
        label={words('account.delete.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
        error={wrongPassword ? words('account.delete.wrong-password') : undefined}
        onChange={changed}
      />
      <Answers>
        <Button look="quiet" onPress={keep}>
          {words('account.delete.keep')}
        </Button>
        <Button look="danger" type="submit">
          {pending ? words('account.delete.doing') : words('account.delete.do')}
        </Button>
      </Answers>
    </Form>
  );
}
