import type { ChatState, Conversation } from '@parley/client/conversation/ChatState';
import { textOf } from '@parley/client/conversation/content';
import { peerOf } from '@parley/client/conversation/peerOf';
import { tombstoneText } from '@parley/client/conversation/tombstoneText';
import { unread } from '@parley/client/conversation/unread';
import { VisibleText } from '@/shared/markup/VisibleText';
import { hrefOf } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { listTime } from '@/shared/time/format';
import { Avatar } from '@/shared/ui/Avatar';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import css from './ConversationList.module.css';

export function ConversationItem({ conversation, isOpen }: { conversation: Conversation; isOpen: boolean }) {
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const peer = peerOf({ me, people }, conversation);
  const online = useChat((state) => state.presence[peer.user]?.online ?? false);
  const typing = useChat((state) => Boolean(state.typing[conversation.conversation]?.[peer.user]));
  const { lastMessage } = conversation;
  const count = unread(conversation, me);
  return (
    <li>
      <a
        className={css.item}
        href={hrefOf({ page: 'conversation', conversation: conversation.conversation })}
        aria-current={isOpen ? 'page' : undefined}
      >
        <Avatar user={peer.user} name={peer.displayName} size={46} online={online} erased={peer.erased} />
        <span className={css.name}>
          {peer.displayName}
          {online ? <VisuallyHidden>, online</VisuallyHidden> : null}
        </span>
        {lastMessage ? (
          <time className={css.time} dateTime={lastMessage.at}>
            {listTime(lastMessage.at)}
          </time>
        ) : null}
        <span
          className={`${css.preview} ${typing ? css.typing : ''} ${count > 0 ? css.fresh : ''}`}
          dir="auto"
        >
          {typing ? 'typing…' : <VisibleText text={previewOf(conversation, me, people)} />}
        </span>
        {count > 0 ? (
          <span className={css.unread}>
            {count > 999 ? '999+' : count}
            <VisuallyHidden> unread</VisuallyHidden>
          </span>
        ) : null}
      </a>
    </li>
  );
}

function previewOf({ lastMessage }: Conversation, me: string, people: ChatState['people']): string {
  if (!lastMessage) return 'No messages yet';
  const { author } = lastMessage;
  const text = textOf(lastMessage.content);
  return tombstoneText(people, lastMessage) ?? (author === me ? `You: ${text}` : `${text}`);
}
