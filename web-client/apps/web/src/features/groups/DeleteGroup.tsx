import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '@/shared/words/useWords';
import { deleteGroup } from './api/changeGroup';
import { Question } from './Question';

interface DeleteGroupProps {
  conversation: Conversation;
  done(): void;
}

/** Deletes a closed group: it goes from everyone's list when the event comes. */
export function DeleteGroup({ conversation: { conversation, name = '' }, done }: DeleteGroupProps) {
  const words = useWords();
  const gone = useMutation({ mutationFn: () => deleteGroup(conversation), onSuccess: done });
  return (
    <Question
      asks={words('groups.delete.question', { name })}
      explains={words('groups.delete.what')}
      answer={words('groups.delete')}
      asked={gone}
      back={done}
    />
  );
}
