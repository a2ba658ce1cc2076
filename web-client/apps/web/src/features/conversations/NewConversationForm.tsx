import { type FormEvent, useState } from 'react';
import { Autocomplete, Form } from 'react-aria-components';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import css from './NewConversation.module.css';
import { PeopleFound } from './PeopleFound';
import { useStartDirect } from './useStartDirect';

/** Someone's username starts a conversation; names are found while typing, and arrow keys go through them. */
export function NewConversationForm({ done }: { done: () => void }) {
  const [typed, setTyped] = useState('');
  const start = useStartDirect(done);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== '' && !start.isPending) start.mutate(typed);
  }

  return (
    <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
      {start.error ? <Notice look="problem">{start.error.message}</Notice> : null}
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
        <Field
          label="Username or name"
          name="username"
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          isRequired
        />
        <PeopleFound typed={typed} choose={(username) => start.mutate(username)} />
      </Autocomplete>
      <Button type="submit">{start.isPending ? 'Starting…' : 'Start conversation'}</Button>
    </Form>
  );
}
