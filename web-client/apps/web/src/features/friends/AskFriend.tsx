import { type FormEvent, useState } from 'react';
import { DialogTrigger, Form } from 'react-aria-components';
import { useChangeFriend } from '@/shared/person/useChangeFriend';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './PeoplePage.module.css';

const LONGEST = 200;

/** Asks someone to be a friend, with a line or without. */
export function AskFriend({ user, name }: { user: string; name: string }) {
  const words = useWords();
  return (
    <DialogTrigger>
      <Button look="quiet">{words('friends.ask')}</Button>
      <ModalDialog title={words('friends.ask.title', { name })}>
        {(close) => <AskForm user={user} close={close} />}
      </ModalDialog>
    </DialogTrigger>
  );
}

function AskForm({ user, close }: { user: string; close(): void }) {
  const words = useWords();
  const change = useChangeFriend(user);
  const [line, setLine] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!change.isPending) change.mutate({ step: 'ask', line }, { onSuccess: close });
  }

  return (
    <Form className={css.form ?? ''} onSubmit={submit}>
      {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
      <Field
        label={words('friends.ask.line')}
        name="line"
        value={line}
        onChange={setLine}
        maxLength={LONGEST}
        autoComplete="off"
        autoFocus
      />
      <Answers>
        <Button look="quiet" onPress={close}>
          {words('friends.ask.cancel')}
        </Button>
        <Button type="submit" isDisabled={change.isPending}>
          {words('friends.ask.do')}
        </Button>
      </Answers>
    </Form>
  );
}
