import { type Content, textContent } from '@parley/client/conversation/content';
import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import { Forward } from 'lucide-react';
import { lazily } from '@/shared/lazy/lazily';
import linkCss from '@/shared/link/LinkSpace.module.css';
import { hueOf } from '@/shared/person/hueOf';
import { useChat } from '@/shared/sync/useChat';
import { clockTime, exactTime } from '@/shared/time/format';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './MessageRow.module.css';
import { MessageStatusMark } from './MessageStatusMark';
import { Quote } from './Quote';
import type { WordsItem } from './threadItems';

const FoldedContent = lazily(async () => (await import('./FoldedContent')).FoldedContent);
const MessageLink = lazily(
  async () => (await import('@/shared/link/MessageLink')).MessageLink,
  <span className={linkCss.space} />,
);

interface MessageBubbleProps {
  conversation: string;
  item: WordsItem;
  /** Whose words these are, for those who listen to the page. */
  name: string;
  /** Whether that is seen as well. */
  named: boolean;
  /** How far a message of one's own has come. */
  status: MessageStatus | null;
}

/** What a message says, or is about to say. */
function useShownContent({ content, recorded }: WordsItem): Content {
  const edit = useChat((state) => pendingAbout(state, 'edit-message', recorded?.message));
  return edit?.reason === null && content.kind === 'text'
    ? textContent(edit.data.text, edit.data.mentions, content.link, content.attachments)
    : content;
}

export function MessageBubble({ conversation, item, name, named, status }: MessageBubbleProps) {
  const words = useWords();
  const gone = item.content.kind === 'gone';
  const content = useShownContent(item);
  const replyTo = item.recorded?.replyTo ?? item.entry?.replyTo;
  const forwarded = item.recorded?.forwarded ?? item.entry?.forwarded;
  const edited = gone ? undefined : item.recorded?.edited;
  const time = clockTime(item.at);
  const beside = edited ? `${words('thread.edited')} ${time}` : time;
  const link = content.kind === 'text' ? content.link : undefined;
  return (
    <div
      className={`${css.bubble} ${gone ? css.gone : ''} ${link ? css.linking : ''}`}
      style={{ '--time-length': beside.length }}
    >
      <VisuallyHidden>{words('thread.says', { name })} </VisuallyHidden>
      {named ? (
        <p className={css.author} style={{ '--hue': hueOf(item.author) }} aria-hidden="true">
          <bdi>{name}</bdi>
        </p>
      ) : null}
      {forwarded && !gone ? (
        <p className={css.forwarded}>
          <Forward size={14} aria-hidden="true" /> {words('thread.forwarded')}
        </p>
      ) : null}
      {replyTo && !gone ? <Quote conversation={conversation} number={replyTo.number} /> : null}
      <div className={css.text}>
        <FoldedContent
          content={content}
          author={item.author}
          conversation={conversation}
          message={item.recorded}
          entry={item.entry}
        />
      </div>
      {link ? (
        <MessageLink link={link} author={item.author} conversation={conversation} message={item.recorded} />
      ) : null}
      <span className={css.meta}>
        {edited ? (
          <button
            type="button"
            tabIndex={-1}
            data-action="versions"
            className={css.edited}
            title={exactTime(edited.at)}
          >
            {words('thread.edited')}
          </button>
        ) : null}
        <time dateTime={item.at} title={exactTime(item.at)}>
          {time}
        </time>
        {status && !gone ? <MessageStatusMark status={status} recorded={item.recorded !== null} /> : null}
      </span>
    </div>
  );
}
