import { isLastOwner } from '@parley/client/conversation/actingOnMembers';
import type { Conversation } from '@parley/client/conversation/ChatState';
import { useMutation } from '@tanstack/react-query';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { leaveGroup } from './api/leaveGroup';
import { Question } from './Question';
import { Successor } from './Successor';

interface LeaveGroupProps {
  conversation: Conversation;
  done(): void;
}

export function LeaveGroup({ conversation, done }: LeaveGroupProps) {
  const me = useChat((state) => state.me);
  const needsSuccessor = isLastOwner(conversation, me) && !conversation.closed;
  return needsSuccessor ? (
    <Successor conversation={conversation} done={done} />
  ) : (
    <Leaving conversation={conversation} done={done} />
  );
}

function Leaving({ conversation: { conversation, name = '' }, done }: LeaveGroupProps) {
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
