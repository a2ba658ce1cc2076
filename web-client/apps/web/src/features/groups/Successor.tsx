import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { Answers } from '@/shared/ui/Answers';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import { handOver } from './api/changeGroup';
import { leaveGroup } from './api/leaveGroup';
import css from './Groups.module.css';

interface SuccessorProps {
  conversation: Conversation;
  done(): void;
}

/** Whoever alone owns a group names who does after them before they leave it. */
export function Successor({ conversation, done }: SuccessorProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const [successor, setSuccessor] = useState<string | null>(null);
  const { conversation: id, name = '' } = conversation;
  const leave = useMutation({
    mutationFn: async (user: string) => {
      await handOver(id, { user });
      await leaveGroup(id);
    },
    onSuccess: () => go({ page: 'conversations' }),
  });
  const others = conversation.members
    .filter((user) => user !== me && !people[user]?.erased)
    .map((user) => ({ id: user, name: nameOf(people[user]) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      {leave.error ? <Notice look="problem">{problemWords(leave.error)}</Notice> : null}
      <h3 className={css.question}>{words('groups.leave.question', { name })}</h3>
      <p>{words('groups.successor.what')}</p>
      <ListBox
        aria-label={words('groups.successor')}
        className={`${rows.list} ${css.found}`}
        items={others}
        selectionMode="single"
        selectedKeys={successor ? [successor] : []}
        onSelectionChange={(keys) =>
          setSuccessor(keys === 'all' ? null : (others.find(({ id: user }) => keys.has(user))?.id ?? null))
        }
      >
        {(person) => (
          <ListBoxItem id={person.id} textValue={person.name} className={rows.row ?? ''}>
            <Avatar user={person.id} name={person.name} size={38} />
            <span className={rows.names}>
              <bdi>{person.name}</bdi>
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      <Answers>
        <Button look="quiet" onPress={done}>
          {words('groups.back')}
        </Button>
        <Button
          look="danger"
          isDisabled={successor === null || leave.isPending}
          onPress={() => successor && leave.mutate(successor)}
        >
          {words('groups.successor.leave')}
        </Button>
      </Answers>
    </>
  );
}
