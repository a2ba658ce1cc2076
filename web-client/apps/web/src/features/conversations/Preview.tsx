import type { Conversation } from '@parley/client/conversation/ChatState';
import { textOf } from '@parley/client/conversation/content';
import { VisibleText } from '@/shared/markup/VisibleText';
import { goneText } from '@/shared/message/goneText';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';

/** The newest message in a line, whose it is if it is one's own. */
export function Preview({ conversation: { lastMessage } }: { conversation: Conversation }) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const gone = useChat(({ people }) => lastMessage && goneText(people, lastMessage));
  if (!lastMessage) return words('conversations.no-messages');
  if (gone) return gone;
  return (
    <>
      {lastMessage.author === me ? `${words('conversations.preview.own')} ` : null}
      <bdi>
        <VisibleText text={textOf(lastMessage.content) ?? ''} />
      </bdi>
    </>
  );
}
