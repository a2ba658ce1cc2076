import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { Ellipsis } from 'lucide-react';
import { memo, type RefCallback } from 'react';
import { useFeatures } from '@/shared/feature/useFeatures';
import { lazily } from '@/shared/lazy/lazily';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { dayName } from '@/shared/time/format';
import { Avatar } from '@/shared/ui/Avatar';
import { useWords } from '@/shared/words/useWords';
import { MessageBubble } from './MessageBubble';
import css from './MessageRow.module.css';
import type { WordsItem } from './threadItems';

const FailedSend = lazily(async () => (await import('./FailedSend')).FailedSend);

interface MessageRowProps {
  conversation: string;
  item: WordsItem;
  /** Whether there are several others, so that it has to be seen who says it. */
  inGroup: boolean;
  /** How far a message of one's own has come. */
  status: MessageStatus | null;
  newDay: boolean;
  firstNew: boolean;
  /** The first and the last of an author's words in a row. */
  starts: boolean;
  ends: boolean;
  /** Whether it is selected; null while none are being selected. */
  selected: boolean | null;
  /** What an address named. */
  marked: boolean;
  /** Is told of the row's element, to notice when it comes into view. */
  watch: RefCallback<HTMLElement>;
}

/** Shown anew only when something of its own changes. What its buttons do is the list's, which hears of every press in it. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const words = useWords();
  const { conversation, item, inGroup, status, newDay, firstNew, starts, ends, selected, marked, watch } =
    props;
  const { recorded, entry } = item;
  const own = useChat((state) => item.author === state.me);
  const author = useChat((state) => state.people[item.author]);
  const actions = useFeatures('messageActions');
  const below = useFeatures('belowMessages');
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
        ref={watch}
        data-key={item.key}
        data-number={recorded?.number}
        data-at={item.at}
        className={`${css.line} ${own ? css.own : css.theirs} ${starts ? css.starts : ''} ${ends ? css.ends : ''} ${marked || selected ? css.marked : ''} ${inGroup ? css.group : ''}`}
      >
        {selected === null || !there ? null : (
          <input
            type="checkbox"
            tabIndex={-1}
            readOnly
            checked={selected}
            aria-label={words('thread.select.one')}
            className={css.select}
          />
        )}
        {own ? null : (
          <span className={css.face}>
            {ends && !author?.erased ? (
              <button
                type="button"
                tabIndex={-1}
                data-person={item.author}
                className={css.picture}
                aria-label={words('person.profile-of', { name })}
              >
                <Avatar user={item.author} name={name} size={30} />
              </button>
            ) : null}
            {ends && author?.erased ? <Avatar user={item.author} name={name} size={30} erased /> : null}
          </span>
        )}
        <MessageBubble
          conversation={conversation}
          item={item}
          name={name}
          named={inGroup && !own && starts}
          status={own ? status : null}
        />
        {there
          ? actions.map(({ id, icon: Icon, label }) => (
              <button
                key={id}
                type="button"
                tabIndex={-1}
                data-action={id}
                className={css.more}
                aria-label={label(words)}
              >
                <Icon size={20} />
              </button>
            ))
          : null}
        {there ? (
          <button
            type="button"
            tabIndex={-1}
            data-action="menu"
            className={css.more}
            aria-haspopup="menu"
            aria-label={words('thread.options')}
          >
            <Ellipsis size={20} />
          </button>
        ) : null}
      </div>
      {recorded
        ? below.map((Below, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what features add is the same as long as the page is.
            <Below key={index} conversation={conversation} message={recorded} />
          ))
        : null}
      {entry?.step === 'failed' ? <FailedSend entry={entry} /> : null}
    </>
  );
});
