import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { changeDetails } from './api/changeGroup';
import css from './Groups.module.css';

const LONGEST_NAME = 100;
const LONGEST_ABOUT = 500;

interface GroupDetailsFormProps {
  conversation: Conversation;
  done(): void;
}

/** What a group is called, and what it is for. */
export function GroupDetailsForm({ conversation, done }: GroupDetailsFormProps) {
  const words = useWords();
  const { conversation: id } = conversation;
  const [name, setName] = useState(conversation.name ?? '');
  const [about, setAbout] = useState(conversation.description ?? '');
  const isSame = name.trim() === conversation.name && about.trim() === (conversation.description ?? '');
  const save = useMutation({
    mutationFn: () => changeDetails(id, { name: name.trim(), about: about.trim() || null }),
    onSuccess: done,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isSame) done();
    else if (name.trim() !== '' && !save.isPending) save.mutate();
  }

  return (
    <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
      {save.error ? <Notice look="problem">{problemWords(save.error)}</Notice> : null}
      <Field
        label={words('groups.name')}
        name="name"
        value={name}
        onChange={setName}
        maxLength={LONGEST_NAME}
        autoFocus
        autoComplete="off"
        isRequired
      />
      <Field
        label={words('groups.about')}
        name="about"
        value={about}
        onChange={setAbout}
        maxLength={LONGEST_ABOUT}
        autoComplete="off"
      />
      <Answers>
        <Button look="quiet" onPress={done}>
          {words('groups.back')}
        </Button>
        <Button type="submit" isDisabled={name.trim() === '' || save.isPending}>
          {words('groups.save')}
        </Button>
      </Answers>
    </Form>
  );
}
