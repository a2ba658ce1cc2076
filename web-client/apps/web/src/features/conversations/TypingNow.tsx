import type { Conversation } from '@parley/client/conversation/ChatState';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';

/** That someone writes; in a group, who. */
export function TypingNow({ conversation: { conversation, kind } }: { conversation: Conversation }) {
  const words = useWords();
  const users = useChat((state) => state.typing[conversation]);
  const people = useChat((state) => state.people);
  const [first, ...others] = Object.keys(users ?? {});
  if (kind !== 'group' || first === undefined) return words('conversations.typing');
  return others.length > 0
    ? words('conversations.typing.several', { count: others.length + 1 })
    : words('conversations.typing.one', { name: nameOf(people[first]) });
}
