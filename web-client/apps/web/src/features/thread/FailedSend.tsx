import type { OutboxEntry } from '@parley/client/conversation/ChatState';
import { useEngine } from '@/shared/sync/useEngine';
import { Refusal } from './Refusal';

export function FailedSend({ entry }: { entry: OutboxEntry }) {
  const { outbox } = useEngine();
  return (
    <Refusal
      says={`Not sent. ${entry.reason ?? ''}`}
      again={() => outbox.retry(entry.message)}
      leave={() => outbox.discard(entry.message)}
      leaving="Discard"
    />
  );
}
