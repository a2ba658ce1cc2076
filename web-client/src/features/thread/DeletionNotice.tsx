import { Button } from 'react-aria-components';
import type { Pending } from '@/shared/conversation/PendingCommand';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
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
    <div className={css.failed}>
      <p role="alert">Not deleted. {deletion.reason}</p>
      <Button className={css.again ?? ''} onPress={() => commands.retry(deletion)}>
        Try again
      </Button>
      <Button className={css.again ?? ''} onPress={() => commands.discard(deletion)}>
        Keep it
      </Button>
    </div>
  );
}
