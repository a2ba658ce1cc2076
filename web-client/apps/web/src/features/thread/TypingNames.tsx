import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { listed } from '@/shared/words/words';
import css from './TypingIndicator.module.css';

export function TypingNames({ users }: { users: readonly string[] }) {
  const words = useWords();
  const people = useChat((state) => state.people);
  const names = users.map((user) => nameOf(people[user]));
  return (
    <p>
      <span className={css.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words('thread.typing', { count: names.length, names: listed(names) })}
    </p>
  );
}
