import type { Conversation } from '@parley/client/conversation/ChatState';
import type { NoWriting } from '@parley/client/conversation/mayWrite';
import { USUAL } from '@parley/client/conversation/roles';
import { MutedBar } from '@/shared/muting/MutedBar';
import { RequestBar } from '@/shared/request/RequestBar';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';

interface NoComposerProps {
  why: Exclude<NoWriting, null>;
  conversation: Conversation;
  /** What to do when one may write. */
  over(): void;
}

/** In place of the composer where one cannot write. */
export function NoComposer({ why, conversation, over }: NoComposerProps) {
  const words = useWords();
  const { settings = USUAL } = conversation;
  if (why === 'request') return <RequestBar conversation={conversation} />;
  return (
    <p className={css.closed}>
      {why === 'muted' ? <MutedBar conversation={conversation} over={over} /> : text(why)}
    </p>
  );

  function text(reason: Exclude<typeof why, 'request' | 'muted'>): string {
    switch (reason) {
      case 'erased':
        return words('thread.closed');
      case 'closed':
        return words('thread.closed.group');
      case 'role':
        return words('thread.closed.role', { role: settings.write === 'owner' ? 'owner' : 'other' });
    }
  }
}
