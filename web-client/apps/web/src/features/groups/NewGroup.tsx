import type { FoundPerson } from '@parley/protocol/types';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { go } from '@/shared/routing/route';
import { useEngine } from '@/shared/sync/useEngine';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { AskedPeople } from './AskedPeople';
import { createGroup } from './api/createGroup';
import css from './Groups.module.css';
import { PeoplePicker } from './PeoplePicker';
import { usePicked } from './usePicked';

const MOST_CHARACTERS = 100;

interface NewGroupProps {
  /** Whoever is in it before anybody is looked for. */
  first?: FoundPerson;
  close(): void;
}

/** A name, and whoever is in it from the start; others may come later. */
export function NewGroup({ first, close }: NewGroupProps) {
  const words = useWords();
  const engine = useEngine();
  const [name, setName] = useState('');
  const picked = usePicked(undefined, first);
  const create = useMutation({
    mutationFn: async () => {
      const members = picked.people.map(({ user }) => user);
      const made = await createGroup({ name: name.trim(), members });
      await engine.conversations.load(made.conversation, made.position);
      return made;
    },
    onSuccess: ({ conversation, asked }) => {
      if (asked.length === 0) open(conversation);
    },
  });

  function open(conversation: string) {
    close();
    go({ page: 'conversation', conversation });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!picked.takeFirst() && name.trim() !== '' && !create.isPending) create.mutate();
  }

  const made = create.data;
  if (made && made.asked.length > 0) {
    const asked = picked.people.filter(({ user }) => made.asked.includes(user));
    return (
      <ModalDialog title={words('groups.new')} isOpen onOpenChange={close}>
        {() => <AskedPeople people={asked} done={() => open(made.conversation)} />}
      </ModalDialog>
    );
  }
  return (
    <ModalDialog title={words('groups.new')} isOpen onOpenChange={close}>
      {() => (
        <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
          {create.error ? <Notice look="problem">{problemWords(create.error)}</Notice> : null}
          <Field
            label={words('groups.name')}
            name="name"
            value={name}
            onChange={setName}
            maxLength={MOST_CHARACTERS}
            autoFocus
            autoComplete="off"
            isRequired
          />
          <PeoplePicker picked={picked} />
          <Button type="submit" isDisabled={name.trim() === ''}>
            {create.isPending ? words('groups.creating') : words('groups.create')}
          </Button>
        </Form>
      )}
    </ModalDialog>
  );
}
