import { Button } from 'react-aria-components';
import type { OutboxEntry } from '@/shared/conversation/ChatState';
import { useEngine } from '@/shared/sync/useEngine';
import css from './ThreadLine.module.css';

export function FailedSend({ entry }: { entry: OutboxEntry }) {
  const { outbox } = useEngine();
  return (
    <div className={css.failed}>
      <p role="alert">Not sent. {entry.reason}</p>
      <Button className={css.again ?? ''} onPress={() => outbox.retry(entry.message)}>
        Try again
      </Button>
      <Button className={css.again ?? ''} onPress={() => outbox.discard(entry.message)}>
        Discard
      </Button>
    </div>
  );
}
