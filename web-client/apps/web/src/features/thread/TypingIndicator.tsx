import type { Conversation } from '@parley/client/conversation/ChatState';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { listed } from '@/shared/words/words';
import css from './TypingIndicator.module.css';

export function TypingIndicator({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const users = useChat((state) => state.typing[conversation.conversation]);
  const people = useChat((state) => state.people);
  const names = Object.keys(users ?? {}).map((user) => nameOf(people[user]));
  return (
    // Seen, and not said: it comes and goes too often.
    <div role="status" aria-live="off" aria-label={words('thread.typing.label')} className={css.typing}>
      {names.length > 0 ? (
        <p>
          <span className={css.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {words('thread.typing', { count: names.length, names: listed(names) })}
        </p>
      ) : null}
    </div>
  );
}
