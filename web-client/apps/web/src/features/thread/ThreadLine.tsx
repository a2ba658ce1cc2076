import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { dayName } from '@/shared/time/format';
import { Avatar } from '@/shared/ui/Avatar';
import { useWords } from '@/shared/words/useWords';
import { DeletionNotice } from './DeletionNotice';
import { FailedSend } from './FailedSend';
import { MessageBubble } from './MessageBubble';
import { MessageMenu } from './MessageMenu';
import { ReactionPicker, Reactions } from './Reactions';
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
  askDeletion(message: Message): void;
}

export function ThreadLine(props: ThreadLineProps) {
  const words = useWords();
  const { conversation, item, newDay, firstNew, starts, ends, askDeletion } = props;
  const { recorded, entry } = item;
  const me = useChat((state) => state.me);
  const author = useChat((state) => state.people[item.author]);
  const leaving = useChat((state) => pendingAbout(state, 'delete-message', recorded?.message));
  const own = item.author === me;
  const there = recorded !== null && recorded.content.kind !== 'gone';
  const name = own ? words('person.you') : nameOf(author);
  return (
    <>
      {newDay ? (
        <p className={css.day}>
          <span>{dayName(item.at)}</span>
        </p>
      ) : null}
      {firstNew ? <p className={css.news}>{words('thread.new')}</p> : null}
      <div
        className={`${css.line} ${own ? css.own : css.theirs} ${starts ? css.starts : ''} ${ends ? css.ends : ''}`}
      >
        {own ? null : (
          <span className={css.face}>
            {ends ? <Avatar user={item.author} name={name} size={30} erased={author?.erased} /> : null}
          </span>
        )}
        <MessageBubble
          conversation={conversation}
          item={item}
          name={name}
          own={own}
          leaving={there && leaving?.reason === null}
        />
        {there && !leaving ? <ReactionPicker conversation={conversation} message={recorded} /> : null}
        {own && there && !leaving ? <MessageMenu remove={() => askDeletion(recorded)} /> : null}
      </div>
      {there ? <Reactions conversation={conversation} message={recorded} /> : null}
      {there && leaving ? <DeletionNotice deletion={leaving} /> : null}
      {entry?.step === 'failed' ? <FailedSend entry={entry} /> : null}
    </>
  );
}
