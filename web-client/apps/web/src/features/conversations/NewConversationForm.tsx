import { type FormEvent, useState } from 'react';
import { Autocomplete, Form } from 'react-aria-components';
import { meantBy, usernameIn } from '@/shared/people/meantBy';
import { useUserSearch } from '@/shared/people/useUserSearch';
import { problemWords } from '@/shared/problem/problemWords';
import { useOwnUsername } from '@/shared/sync/useOwnUsername';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './NewConversation.module.css';
import { PeopleFound } from './PeopleFound';
import { useRecent } from './useRecent';
import { useStartDirect } from './useStartDirect';

/** As many as the search answers with. */
const MOST = 6;

/** Before anything is typed there are those one talked to last. People are found while typing, and arrow keys go through them; Enter takes the one with this username, or else the first found. */
export function NewConversationForm({ done }: { done: () => void }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const start = useStartDirect(done);
  const { people, nothing } = useUserSearch(typed);
  const own = useOwnUsername();
  const recent = useRecent();
  const ofLate = recent.filter(({ kind, peer }) => kind === 'direct' && !peer.self).map(({ peer }) => peer);

  function submit(event: FormEvent) {
    event.preventDefault();
    const username = usernameIn(typed);
    if (username === '' || start.isPending) return;
    start.mutate(meantBy(typed, people)?.username ?? username);
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
        <PeopleFound
          people={typed.trim() === '' ? ofLate.slice(0, MOST) : people}
          nothing={nothing}
          choose={(username) => start.mutate(username)}
        />
      </Autocomplete>
      <Button look="quiet" isDisabled={start.isPending} onPress={() => start.mutate(own)}>
        {words('person.saved')}
      </Button>
      <Button type="submit">
        {start.isPending ? words('conversations.new.starting') : words('conversations.new.start')}
      </Button>
    </Form>
  );
}
