import type { Conversation } from '@parley/client/conversation/ChatState';
import { textOf } from '@parley/client/conversation/content';
import { VisibleText } from '@/shared/markup/VisibleText';
import { goneText } from '@/shared/message/goneText';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';

/** The newest message in a line, with whose it is if it is one's own or in a group. */
export function Preview({ conversation: { kind, lastMessage } }: { conversation: Conversation }) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const gone = useChat(({ people }) => lastMessage && goneText(people, lastMessage));
  const author = useChat(({ people }) => lastMessage && nameOf(people[lastMessage.author]));
  if (!lastMessage) return words('conversations.no-messages');
  if (gone) return gone;
  return (
    <>
      {lastMessage.author === me
        ? `${words('conversations.preview.own')} `
        : kind === 'group'
          ? `${words('conversations.preview.author', { name: author ?? '' })} `
          : null}
      <bdi>
        <VisibleText text={textOf(lastMessage.content) ?? ''} />
      </bdi>
    </>
  );
}
