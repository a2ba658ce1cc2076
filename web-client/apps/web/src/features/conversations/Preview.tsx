import type { Conversation } from '@parley/client/conversation/ChatState';
import { isHidden } from '@parley/client/conversation/hidden';
import { VisibleText } from '@/shared/markup/VisibleText';
import { briefText } from '@/shared/message/briefText';
import { goneText } from '@/shared/message/goneText';
import { nameOf } from '@/shared/person/nameOf';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import css from './ConversationList.module.css';

interface PreviewProps {
  conversation: Conversation;
  isOpen: boolean;
}

/** What is typed and not sent yet, else the newest message, in a line; with whose it is if it is one's own or in a group. */
export function Preview({ conversation, isOpen }: PreviewProps) {
  const words = useWords();
  const { conversation: id, kind, lastMessage } = conversation;
  const draft = useChat(({ drafts }) => (isOpen ? undefined : drafts[id]));
  const me = useChat((state) => state.me);
  const gone = useChat(({ people }) => lastMessage && goneText(people, lastMessage));
  const folded = useIsBlocked(lastMessage?.author ?? '') && kind === 'group';
  const author = useChat(({ people }) => lastMessage && nameOf(people[lastMessage.author]));
  const brief = useChat((state) => lastMessage && briefText(state, conversation, lastMessage));
  if (draft !== undefined)
    return (
      <>
        <strong className={css.draft}>{words('conversations.preview.draft')}</strong>{' '}
        <bdi>
          <VisibleText text={draft} />
        </bdi>
      </>
    );
  if (!lastMessage) return words('conversations.no-messages');
  if (isHidden(conversation, lastMessage.number)) return words('message.gone.hidden');
  if (gone) return gone;
  if (folded) return words('thread.folded');
  return (
    <>
      {lastMessage.author === me
        ? `${words('conversations.preview.own')} `
        : kind === 'group'
          ? `${words('conversations.preview.author', { name: author ?? '' })} `
          : null}
      <bdi>
        <VisibleText text={brief ?? ''} />
      </bdi>
    </>
  );
}
