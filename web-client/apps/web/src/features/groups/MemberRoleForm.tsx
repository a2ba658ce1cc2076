import { rolesGivenBy } from '@parley/client/conversation/actingOnMembers';
import type { Conversation, MemberRole } from '@parley/client/conversation/ChatState';
import { roleOf } from '@parley/client/conversation/roles';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Choice } from '@/shared/ui/Choice';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { changeRole } from './api/changeGroup';
import css from './Groups.module.css';
import { roleNames } from './roleNames';

interface MemberRoleFormProps {
  conversation: Conversation;
  member: string;
  done(): void;
}

/** Which role a member has, and which others one can give them. */
export function MemberRoleForm({ conversation, member, done }: MemberRoleFormProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const name = useChat((state) => nameOf(state.people[member]));
  const [role, setRole] = useState<MemberRole>(roleOf(conversation, member));
  const save = useMutation({
    mutationFn: () => changeRole(conversation.conversation, member, { role }),
    onSuccess: done,
  });
  return (
    <>
      {save.error ? <Notice look="problem">{problemWords(save.error)}</Notice> : null}
      <h3 className={css.question}>{words('groups.role.of', { name })}</h3>
      <Choice
        label={words('groups.role')}
        value={role}
        options={rolesGivenBy(roleOf(conversation, me)).map(
          (each) => [each, words(roleNames[each])] as const,
        )}
        choose={(chosen) => setRole(chosen)}
      />
      <p>{words('groups.role.what')}</p>
      <Answers>
        <Button look="quiet" onPress={done}>
          {words('groups.back')}
        </Button>
        <Button
          isDisabled={save.isPending || role === roleOf(conversation, member)}
          onPress={() => save.mutate()}
        >
          {words('groups.save')}
        </Button>
      </Answers>
    </>
  );
}
