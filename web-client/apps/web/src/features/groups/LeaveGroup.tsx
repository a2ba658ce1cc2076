import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { go } from '@/shared/routing/route';
import { useWords } from '@/shared/words/useWords';
import { leaveGroup } from './api/leaveGroup';
import { Question } from './Question';

interface LeaveGroupProps {
  conversation: Conversation;
  done(): void;
}

export function LeaveGroup({ conversation: { conversation, name = '' }, done }: LeaveGroupProps) {
  const words = useWords();
  const leave = useMutation({
    mutationFn: () => leaveGroup(conversation),
    onSuccess: () => go({ page: 'conversations' }),
  });
  return (
    <Question
      asks={words('groups.leave.question', { name })}
      explains={words('groups.leave.what')}
      answer={words('groups.leave')}
      asked={leave}
      back={done}
    />
  );
}
