import type { Pending } from '@parley/client/conversation/PendingCommand';
import { problemWords } from '@/shared/problem/problemWords';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import { Refusal } from './Refusal';
import css from './ThreadLine.module.css';

/** How far a deletion has come that the log does not have yet. */
export function DeletionNotice({ deletion }: { deletion: Pending<'delete-message'> }) {
  const words = useWords();
  const { commands } = useEngine();
  const connected = useConnection().state === 'ready';
  if (deletion.reason === null)
    return (
      <p role="status" className={css.deleting}>
        {connected ? words('thread.delete.doing') : words('thread.delete.waiting')}
      </p>
    );
  return (
    <Refusal
      says={words('thread.delete.not-done', { reason: problemWords(deletion.reason) })}
      again={() => commands.retry(deletion)}
      leave={() => commands.discard(deletion)}
      leaving={words('thread.delete.keep')}
    />
  );
}
