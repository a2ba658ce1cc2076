import type { Conversation } from '@parley/client/conversation/ChatState';
import type { NoWriting } from '@parley/client/conversation/mayWrite';
import { USUAL } from '@parley/client/conversation/roles';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';

interface NoComposerProps {
  why: Exclude<NoWriting, null>;
  conversation: Conversation;
}

/** In place of the composer where one cannot write. */
export function NoComposer({ why, conversation: { settings = USUAL } }: NoComposerProps) {
  const words = useWords();
  return <p className={css.closed}>{text()}</p>;

  function text(): string {
    switch (why) {
      case 'erased':
        return words('thread.closed');
      case 'closed':
        return words('thread.closed.group');
      case 'role':
        return words('thread.closed.role', { role: settings.write === 'owner' ? 'owner' : 'other' });
    }
  }
}
