import { type FormEvent, useState } from 'react';
import { Autocomplete, Form } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './NewConversation.module.css';
import { PeopleFound } from './PeopleFound';
import { useStartDirect } from './useStartDirect';

/** Someone's username starts a conversation; names are found while typing, and arrow keys go through them. */
export function NewConversationForm({ done }: { done: () => void }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const start = useStartDirect(done);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== '' && !start.isPending) start.mutate(typed);
  }

  return (
    <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
      {start.error ? <Notice look="problem">{problemWords(start.error)}</Notice> : null}
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
        <Field
          label={words('conversations.new.who')}
          name="username"
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          isRequired
        />
        <PeopleFound typed={typed} choose={(username) => start.mutate(username)} />
      </Autocomplete>
      <Button type="submit">
        {start.isPending ? words('conversations.new.starting') : words('conversations.new.start')}
      </Button>
    </Form>
  );
}
