import { isFollowed, unreadReplies } from '@parley/client/conversation/threads';
import { useBlocked } from '@/shared/person/useBlocked';
import { useChat } from '@/shared/sync/useChat';

/** How many messages wait for this person in the threads that they follow. */
export function useUnreadThreads(): number {
  const blocked = useBlocked().data;
  return useChat(({ conversations, me }) => {
    const isBlocked = (user: string) => blocked?.some((each) => each.user === user) ?? false;
    let count = 0;
    for (const conversation of Object.values(conversations))
      for (const thread of Object.values(conversation.threads ?? {}))
        if (isFollowed(thread, me)) count += unreadReplies(conversation, thread, me, isBlocked).length;
    return count;
  });
}
