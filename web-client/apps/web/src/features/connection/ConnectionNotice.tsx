import type { ConnectionStatus } from '@parley/client/gateway/ConnectionStatus';
import { Button } from 'react-aria-components';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
import css from './ConnectionNotice.module.css';
import { Countdown } from './Countdown';
import { useOnline } from './useOnline';

/** The state of the connection: said in words always, in sight only while something is wrong. */
export function ConnectionNotice() {
  const status = useConnection();
  const engine = useEngine();
  const online = useOnline();
  const troubled = status.state === 'waiting' || (status.state === 'connecting' && status.attempt > 0);
  const words = wordsFor(status, online);
  return (
    <div className={troubled ? css.strip : ''}>
      <div role="status" aria-label="Connection" className={troubled ? '' : css.unseen}>
        {words}
      </div>
      {status.state === 'waiting' ? (
        <>
          <Countdown until={status.retryAt} />
          <Button className={css.now ?? ''} onPress={() => engine.retryNow()}>
            Try now
          </Button>
        </>
      ) : null}
    </div>
  );
}

function wordsFor(status: ConnectionStatus, online: boolean): string {
  switch (status.state) {
    case 'ready':
      return 'Connected';
    case 'connecting':
      return status.attempt > 0 ? 'Reconnecting…' : 'Connecting…';
    case 'waiting':
      return online ? 'Connection lost. Reconnecting' : 'You are offline. Reconnecting';
    case 'stopped':
      return 'Not connected';
  }
}
