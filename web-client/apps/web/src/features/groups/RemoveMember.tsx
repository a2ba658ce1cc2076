import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { removeMember } from '@/shared/groups/removeMember';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { Check } from '@/shared/ui/Check';
import { useWords } from '@/shared/words/useWords';
import { Question } from './Question';

interface RemoveMemberProps {
  conversation: Conversation;
  member: string;
  done(): void;
}

export function RemoveMember({ conversation: { conversation }, member, done }: RemoveMemberProps) {
  const words = useWords();
  const [ban, setBan] = useState(false);
  const name = useChat((state) => nameOf(state.people[member]));
  const remove = useMutation({ mutationFn: () => removeMember(conversation, member, ban), onSuccess: done });
  return (
    <Question
      more={
        <Check isSelected={ban} onChange={setBan}>
          {words('groups.remove.ban')}
        </Check>
      }
      asks={words('groups.remove.question', { name })}
      explains={words('groups.remove.what')}
      answer={words('groups.remove.do')}
      asked={remove}
      back={done}
    />
  );
}
