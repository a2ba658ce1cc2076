import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { clockTime, exactTime } from '@/shared/time/format';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import { FoldedContent } from './FoldedContent';
import css from './MessageRow.module.css';
import { MessageStatusMark } from './MessageStatusMark';
import type { ThreadItem } from './threadItems';

interface MessageBubbleProps {
  item: ThreadItem;
  /** Whose words these are, for those who listen to the page. */
  name: string;
  /** How far a message of one's own has come. */
  status: MessageStatus | null;
}

export function MessageBubble({ item, name, status }: MessageBubbleProps) {
  const words = useWords();
  const gone = item.content.kind === 'gone';
  const time = clockTime(item.at);
  return (
    <div className={`${css.bubble} ${gone ? css.gone : ''}`} style={{ '--time-length': time.length }}>
      <VisuallyHidden>{words('thread.says', { name })} </VisuallyHidden>
      <div className={css.text}>
        <FoldedContent content={item.content} author={item.author} />
      </div>
      <span className={css.meta}>
        <time dateTime={item.at} title={exactTime(item.at)}>
          {time}
        </time>
        {status && !gone ? <MessageStatusMark status={status} recorded={item.recorded !== null} /> : null}
      </span>
    </div>
  );
}
