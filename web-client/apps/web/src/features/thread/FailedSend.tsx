import type { OutboxEntry } from '@parley/client/conversation/ChatState';
import { Refusal } from '@/shared/message/Refusal';
import { problemWords } from '@/shared/problem/problemWords';
import { useEngine } from '@/shared/sync/useEngine';
import { showToast } from '@/shared/toast/toasts';
import { useWords } from '@/shared/words/useWords';

export function FailedSend({ entry }: { entry: OutboxEntry }) {
  const words = useWords();
  const { outbox } = useEngine();
  return (
    <Refusal
      says={words('thread.not-sent', { reason: problemWords(entry.reason) })}
      again={() => outbox.retry(entry.message)}
      leave={() => {
        outbox.discard(entry.message);
        showToast({ says: (told) => told('thread.discarded'), undo: () => outbox.restore(entry) });
      }}
      leaving={words('thread.discard')}
    />
  );
}
