import { isMuted } from '@parley/client/conversation/arrangement';
import type { Conversation } from '@parley/client/conversation/ChatState';
import { personalMentions, unreadMentions } from '@parley/client/conversation/mentions';
import { peerOf } from '@parley/client/conversation/peerOf';
import { unread } from '@parley/client/conversation/unread';
import { AtSign, BellOff, Ellipsis, type LucideIcon, Pin, Star } from 'lucide-react';
import { nameOf } from '@/shared/person/nameOf';
import { hrefOf } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { listTime } from '@/shared/time/format';
import { Avatar } from '@/shared/ui/Avatar';
import { CutName } from '@/shared/ui/CutName';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './ConversationList.module.css';
import { Preview } from './Preview';
import { TypingNow } from './TypingNow';
import { useArrangement } from './useArrangement';

interface ConversationItemProps {
  conversation: Conversation;
  isOpen: boolean;
  /** Someone else in the list has the same name. */
  alike: boolean;
}

export function ConversationItem({ conversation, isOpen, alike }: ConversationItemProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const peer = peerOf({ me, people }, conversation);
  const online = useChat((state) => !peer.self && (state.presence[peer.user]?.online ?? false));
  const typing = useChat((state) => Object.keys(state.typing[conversation.conversation] ?? {}).length > 0);
  const { lastMessage } = conversation;
  const count = unread(conversation, me);
  const arranged = useArrangement(conversation.conversation);
  const muted = isMuted(arranged, Date.now());
  const mentions = (muted ? personalMentions : unreadMentions)(conversation, me).length;
  const { pinned, favourite } = arranged;
  const name = nameOf(peer);
  return (
    <li className={css.entry} data-conversation={conversation.conversation}>
      <a
        className={css.item}
        href={hrefOf({ page: 'conversation', conversation: conversation.conversation })}
        aria-current={isOpen ? 'page' : undefined}
      >
        <Avatar user={peer.user} name={name} size={46} online={online} erased={peer.erased} />
        <span className={css.name}>
          <CutName>{name}</CutName>
          {alike && peer.username ? <span className={css.username}> @{peer.username}</span> : null}
          {online ? <VisuallyHidden>{words('conversations.online')}</VisuallyHidden> : null}
        </span>
        {lastMessage ? (
          <time className={css.time} dateTime={lastMessage.at}>
            {listTime(lastMessage.at)}
          </time>
        ) : null}
        <span className={`${css.preview} ${typing ? css.typing : ''} ${count > 0 ? css.fresh : ''}`}>
          {typing ? (
            <TypingNow conversation={conversation} />
          ) : (
            <Preview conversation={conversation} isOpen={isOpen} />
          )}
        </span>
        {pinned || favourite || muted ? (
          <span className={css.marks}>
            {muted ? <Marked icon={BellOff} label={words('conversations.muted')} /> : null}
            {favourite ? <Marked icon={Star} label={words('conversations.favourite')} /> : null}
            {pinned ? <Marked icon={Pin} label={words('conversations.pinned')} /> : null}
          </span>
        ) : null}
        {mentions > 0 ? (
          <span className={css.mentions}>
            <AtSign size={14} aria-hidden="true" />
            <span aria-hidden="true">{mentions}</span>
            <VisuallyHidden>{words('conversations.mentions', { count: mentions })}</VisuallyHidden>
          </span>
        ) : null}
        {count > 0 ? (
          <span className={`${css.unread} ${muted ? css.quiet : ''}`}>
            <span aria-hidden="true">{count > 999 ? words('conversations.unread.many') : count}</span>
            <VisuallyHidden>{words('conversations.unread', { count })}</VisuallyHidden>
          </span>
        ) : arranged.unread ? (
          <span className={`${css.unread} ${css.marked} ${muted ? css.quiet : ''}`}>
            <VisuallyHidden>{words('conversations.marked-unread')}</VisuallyHidden>
          </span>
        ) : null}
      </a>
      <button type="button" className={css.options} aria-haspopup="menu" data-options>
        <Ellipsis size={18} aria-hidden="true" />
        <VisuallyHidden>{words('conversations.options.of', { name })}</VisuallyHidden>
      </button>
    </li>
  );
}

function Marked({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <span>
      <Icon size={14} aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
