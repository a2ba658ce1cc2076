import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { AskedPeople } from './AskedPeople';
import { addMembers } from './api/addMembers';
import css from './Groups.module.css';
import { PeoplePicker } from './PeoplePicker';
import { usePicked } from './usePicked';

interface AddMembersProps {
  conversation: Conversation;
  done(): void;
}

/** Brings people into a group who read from then on. */
export function AddMembers({ conversation: { conversation, members }, done }: AddMembersProps) {
  const words = useWords();
  const picked = usePicked(members);
  const add = useMutation({
    mutationFn: () =>
      addMembers(
        conversation,
        picked.people.map(({ user }) => user),
      ),
    onSuccess: ({ asked }) => {
      if (asked.length === 0) done();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!picked.takeFirst() && picked.people.length > 0 && !add.isPending) add.mutate();
  }

  const asked = picked.people.filter(({ user }) => add.data?.asked.includes(user));
  if (asked.length > 0) return <AskedPeople people={asked} done={done} />;
  return (
    <Form className={css.form ?? ''} onSubmit={submit} validationBehavior="aria">
      {add.error ? <Notice look="problem">{problemWords(add.error)}</Notice> : null}
      <p>{words('groups.add.what')}</p>
      <PeoplePicker picked={picked} />
      <Answers>
        <Button look="quiet" onPress={done}>
          {words('groups.back')}
        </Button>
        <Button type="submit" isDisabled={picked.people.length === 0 && picked.typed.trim() === ''}>
          {add.isPending ? words('groups.adding') : words('groups.add')}
        </Button>
      </Answers>
    </Form>
  );
}
