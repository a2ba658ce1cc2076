import type { Message } from '@parley/client/conversation/ChatState';
import { briefText } from '@/shared/message/briefText';
import { nameOf } from '@/shared/person/nameOf';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import css from './Quote.module.css';

/**
 * Who said something, and the beginning of it, unless this person blocks them: the message itself can be opened. Undefined while it is read, null where
 * this person cannot see it.
 */
export function QuotedText({
  conversation,
  message,
}: {
  conversation: string;
  message: Message | null | undefined;
}) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const brief = useChat((state) => message && briefText(state, state.conversations[conversation], message));
  const blocked = useIsBlocked(message?.author ?? '');
  if (message === undefined) return <span className={css.words}>…</span>;
  if (message === null) return <span className={css.words}>{words('thread.quote.unseen')}</span>;
  const { author } = message;
  return (
    <>
      <span className={css.name}>{author === me ? words('person.you') : nameOf(people[author])}</span>
      <span className={css.words} dir="auto">
        {blocked ? words('thread.folded') : brief}
      </span>
    </>
  );
}
