import type { Conversation } from '@parley/client/conversation/ChatState';
import { lazily } from '@/shared/lazy/lazily';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import css from './TypingIndicator.module.css';

const TypingNames = lazily(async () => (await import('./TypingNames')).TypingNames);

export function TypingIndicator({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const typing = useChat((state) => state.typing[conversation.conversation]);
  const users = Object.keys(typing ?? {});
  return (
    // Seen, and not said: it comes and goes too often.
    <div role="status" aria-live="off" aria-label={words('thread.typing.label')} className={css.typing}>
      {users.length > 0 ? <TypingNames users={users} /> : null}
    </div>
  );
}
