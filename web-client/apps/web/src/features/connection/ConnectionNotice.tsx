import type { ConnectionStatus } from '@parley/client/gateway/ConnectionStatus';
import { Button } from 'react-aria-components';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import css from './ConnectionNotice.module.css';
import { Countdown } from './Countdown';
import { useOnline } from './useOnline';

/** The state of the connection: said in words always, in sight only while something is wrong. */
export function ConnectionNotice() {
  const words = useWords();
  const status = useConnection();
  const engine = useEngine();
  const online = useOnline();
  const troubled = status.state === 'waiting' || (status.state === 'connecting' && status.attempt > 0);
  return (
    <div className={troubled ? css.strip : ''}>
      <div role="status" aria-label={words('connection.label')} className={troubled ? '' : css.unseen}>
        {words(keyOf(status, online))}
      </div>
      {status.state === 'waiting' ? (
        <>
          <Countdown until={status.retryAt} />
          <Button className={css.now ?? ''} onPress={() => engine.retryNow()}>
            {words('connection.now')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function keyOf(status: ConnectionStatus, online: boolean) {
  switch (status.state) {
    case 'ready':
      return 'connection.ready';
    case 'connecting':
      return status.attempt > 0 ? 'connection.reconnecting' : 'connection.connecting';
    case 'waiting':
      return online ? 'connection.lost' : 'connection.offline';
    case 'stopped':
      return 'connection.stopped';
  }
}
