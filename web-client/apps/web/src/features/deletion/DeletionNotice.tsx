import type { Pending } from '@parley/client/conversation/PendingCommand';
import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import type { MessageBelowProps } from '@/shared/feature/Feature';
import { Refusal } from '@/shared/message/Refusal';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import css from './deletion.module.css';

/** How far the deletion of a message has come that the log does not have yet. */
export function DeletionNotice({ message }: MessageBelowProps) {
  const deletion = useChat((state) => pendingAbout(state, 'delete-message', message.message));
  return deletion && message.content.kind !== 'gone' ? <Notice deletion={deletion} /> : null;
}

function Notice({ deletion }: { deletion: Pending<'delete-message'> }) {
  const words = useWords();
  const { commands } = useEngine();
  const connected = useConnection().state === 'ready';
  if (deletion.reason === null)
    return (
      <p role="status" className={css.deleting}>
        {connected ? words('deletion.doing') : words('deletion.waiting')}
      </p>
    );
  return (
    <Refusal
      says={words('deletion.not-done', { reason: problemWords(deletion.reason) })}
      again={() => commands.retry(deletion)}
      leave={() => commands.discard(deletion)}
      leaving={words('deletion.keep')}
    />
  );
}
