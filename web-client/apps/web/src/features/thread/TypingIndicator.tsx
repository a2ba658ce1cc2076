import type { Conversation } from '@parley/client/conversation/ChatState';
import { useChat } from '@/shared/sync/useChat';
import css from './TypingIndicator.module.css';

export function TypingIndicator({ conversation }: { conversation: Conversation }) {
  const users = useChat((state) => state.typing[conversation.conversation]);
  const people = useChat((state) => state.people);
  const names = Object.keys(users ?? {}).map((user) => people[user]?.displayName ?? 'Someone');
  return (
    <div role="status" aria-label="Typing" className={css.typing}>
      {names.length > 0 ? (
        <p>
          <span className={css.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {names.join(', ')} {names.length > 1 ? 'are' : 'is'} typing…
        </p>
      ) : null}
    </div>
  );
}
