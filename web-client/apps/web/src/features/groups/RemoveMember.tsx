import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { removeMember } from './api/removeMember';
import { Question } from './Question';

interface RemoveMemberProps {
  conversation: Conversation;
  member: string;
  done(): void;
}

export function RemoveMember({ conversation: { conversation }, member, done }: RemoveMemberProps) {
  const words = useWords();
  const name = useChat((state) => nameOf(state.people[member]));
  const remove = useMutation({ mutationFn: () => removeMember(conversation, member), onSuccess: done });
  return (
    <Question
      asks={words('groups.remove.question', { name })}
      explains={words('groups.remove.what')}
      answer={words('groups.remove.do')}
      asked={remove}
      back={done}
    />
  );
}
