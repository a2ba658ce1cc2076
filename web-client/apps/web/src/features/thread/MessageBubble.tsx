import type { Conversation } from '@parley/client/conversation/ChatState';
import { textOf } from '@parley/client/conversation/content';
import { useRef } from 'react';
import { MessageText } from '@/shared/markup/MessageText';
import { goneText } from '@/shared/message/goneText';
import { useChat } from '@/shared/sync/useChat';
import { clockTime } from '@/shared/time/format';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import { MessageStatusMark } from './MessageStatusMark';
import css from './ThreadLine.module.css';
import type { ThreadItem } from './threadItems';
import { useFocusKept } from './useFocusKept';

interface MessageBubbleProps {
  conversation: Conversation;
  item: ThreadItem;
  /** Whose words these are, for those who listen to the page. */
  name: string;
  own: boolean;
  /** On its way out. */
  leaving: boolean;
}

export function MessageBubble({ conversation, item, name, own, leaving }: MessageBubbleProps) {
  const words = useWords();
  const gone = useChat((state) => goneText(state.people, item));
  const bubble = useRef<HTMLDivElement>(null);
  useFocusKept(bubble, leaving);
  const time = clockTime(item.at);
  return (
    <div
      ref={bubble}
      tabIndex={-1}
      className={`${css.bubble} ${gone ? css.gone : ''} ${leaving ? css.leaving : ''}`}
      style={{ '--time-length': time.length }}
    >
      <VisuallyHidden>{words('thread.says', { name })} </VisuallyHidden>
      {gone ? (
        <p className={css.text}>
          <em>{gone}</em>
        </p>
      ) : (
        <MessageText text={textOf(item.content) ?? ''} className={css.text} />
      )}
      <span className={css.meta}>
        <time dateTime={item.at}>{time}</time>
        {own && !gone ? <MessageStatusMark conversation={conversation} item={item} /> : null}
      </span>
    </div>
  );
}
