import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '@/shared/words/useWords';
import { closeGroup } from './api/changeGroup';
import { Question } from './Question';

interface CloseGroupProps {
  conversation: Conversation;
  done(): void;
}

export function CloseGroup({ conversation: { conversation, name = '' }, done }: CloseGroupProps) {
  const words = useWords();
  const close = useMutation({ mutationFn: () => closeGroup(conversation), onSuccess: done });
  return (
    <Question
      asks={words('groups.close.question', { name })}
      explains={words('groups.close.what')}
      answer={words('groups.close')}
      asked={close}
      back={done}
    />
  );
}
