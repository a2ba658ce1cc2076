import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { hueOf } from '@/shared/person/hueOf';
import { clockTime, exactTime } from '@/shared/time/format';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './MessageRow.module.css';
import { MessageStatusMark } from './MessageStatusMark';
import { ShownContent } from './ShownContent';
import type { WordsItem } from './threadItems';

interface MessageBubbleProps {
  item: WordsItem;
  /** Whose words these are, for those who listen to the page. */
  name: string;
  /** Whether that is seen as well. */
  named: boolean;
  /** How far a message of one's own has come. */
  status: MessageStatus | null;
}

export function MessageBubble({ item, name, named, status }: MessageBubbleProps) {
  const words = useWords();
  const gone = item.content.kind === 'gone';
  const time = clockTime(item.at);
  return (
    <div className={`${css.bubble} ${gone ? css.gone : ''}`} style={{ '--time-length': time.length }}>
      <VisuallyHidden>{words('thread.says', { name })} </VisuallyHidden>
      {named ? (
        <p className={css.author} style={{ '--hue': hueOf(item.author) }} aria-hidden="true">
          <bdi>{name}</bdi>
        </p>
      ) : null}
      <div className={css.text}>
        <ShownContent content={item.content} author={item.author} />
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
