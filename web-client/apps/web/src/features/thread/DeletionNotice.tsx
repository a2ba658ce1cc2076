import type { Pending } from '@parley/client/conversation/PendingCommand';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
import { Refusal } from './Refusal';
import css from './ThreadLine.module.css';

/** How far a deletion has come that the log does not have yet. */
export function DeletionNotice({ deletion }: { deletion: Pending<'delete-message'> }) {
  const { commands } = useEngine();
  const connected = useConnection().state === 'ready';
  if (deletion.reason === null)
    return (
      <p role="status" className={css.deleting}>
        {connected ? 'Deleting…' : 'Will be deleted once you are connected'}
      </p>
    );
  return (
    <Refusal
      says={`Not deleted. ${deletion.reason}`}
      again={() => commands.retry(deletion)}
      leave={() => commands.discard(deletion)}
      leaving="Keep it"
    />
  );
}
