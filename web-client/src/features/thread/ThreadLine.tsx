import type { CSSProperties } from 'react';
import type { Conversation } from '@/shared/conversation/ChatState';
import { useChat } from '@/shared/sync/useChat';
import { clockTime, dayName } from '@/shared/time/format';
import { Avatar } from '@/shared/ui/Avatar';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { FailedSend } from './FailedSend';
import { MessageStatusMark } from './MessageStatusMark';
import css from './ThreadLine.module.css';
import type { ThreadItem } from './threadItems';

interface ThreadLineProps {
  conversation: Conversation;
  item: ThreadItem;
  newDay: boolean;
  firstNew: boolean;
  /** The first and the last of an author's words in a row. */
  starts: boolean;
  ends: boolean;
}

export function ThreadLine({ conversation, item, newDay, firstNew, starts, ends }: ThreadLineProps) {
  const me = useChat((state) => state.me);
  const author = useChat((state) => state.people[item.author]);
  const own = item.author === me;
  const time = clockTime(item.at);
  const name = own ? 'You' : (author?.displayName ?? 'Someone');
  return (
    <>
      {newDay ? (
        <p className={css.day}>
          <span>{dayName(item.at)}</span>
        </p>
      ) : null}
      {firstNew ? <p className={css.news}>New messages</p> : null}
      <div
        className={`${css.line} ${own ? css.own : css.theirs} ${starts ? css.starts : ''} ${ends ? css.ends : ''}`}
      >
        {own ? null : (
          <span className={css.face}>
            {ends ? <Avatar user={item.author} name={name} size={30} /> : null}
          </span>
        )}
        <div className={css.bubble} style={{ '--time-length': time.length } as CSSProperties}>
          <VisuallyHidden>{name}: </VisuallyHidden>
          <p className={css.text} dir="auto">
            {item.text ?? <em>This message was removed</em>}
          </p>
          <span className={css.meta}>
            <time dateTime={item.at}>{time}</time>
            {own ? <MessageStatusMark conversation={conversation} item={item} /> : null}
          </span>
        </div>
      </div>
      {item.entry?.step === 'failed' ? <FailedSend entry={item.entry} /> : null}
    </>
  );
}
