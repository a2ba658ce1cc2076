import type { FormEvent, ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { type SentField, useSubmission } from '@/shared/form/useSubmission';
import { useEngine } from '@/shared/sync/useEngine';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './AccountPage.module.css';
import { me } from './useMe';

interface AccountFormProps {
  /** Closes the form, once it was taken or because it is not wanted. */
  close(): void;
  send(data: FormData): Promise<void>;
  wordsOf?: (code: string) => string;
  children(field: (name: string) => SentField): ReactNode;
}

/** Changes something of one's account. */
export function AccountForm({ close, send, wordsOf, children }: AccountFormProps) {
  const words = useWords();
  const engine = useEngine();
  const { pending, problem, field, submit } = useSubmission(wordsOf);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    void submit(form, async () => {
      await send(new FormData(form));
      me.again(engine);
      close();
    });
  }

  return (
    <Form className={css.form ?? ''} onSubmit={onSubmit} validationBehavior="aria">
      {problem ? <Notice look="problem">{problem}</Notice> : null}
      {children(field)}
      <Answers>
        <Button look="quiet" onPress={close}>
          {words('account.cancel')}
        </Button>
        <Button type="submit">{pending ? words('account.saving') : words('account.save')}</Button>
      </Answers>
    </Form>
  );
}

/** What was typed into a field of a form, in its normal form. */
export function typed(data: FormData, name: string): string {
  return String(data.get(name)).normalize('NFC').trim();
}
