import type { Conversation } from '@parley/client/conversation/ChatState';
import type { NoWriting } from '@parley/client/conversation/mayWrite';
import { USUAL } from '@parley/client/conversation/roles';
import { RequestBar } from '@/shared/request/RequestBar';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';

interface NoComposerProps {
  why: Exclude<NoWriting, null>;
  conversation: Conversation;
}

/** In place of the composer where one cannot write. */
export function NoComposer({ why, conversation }: NoComposerProps) {
  const words = useWords();
  const { settings = USUAL } = conversation;
  return why === 'request' ? (
    <RequestBar conversation={conversation} />
  ) : (
    <p className={css.closed}>{text(why)}</p>
  );

  function text(reason: Exclude<typeof why, 'request'>): string {
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
