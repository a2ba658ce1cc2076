import { MailCheck } from 'lucide-react';
import { useEngine } from '@/shared/sync/useEngine';
import { useUnreadTotal } from '@/shared/sync/useUnreadTotal';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { markRead } from './markRead';

/** Says that everything was read, on all devices. */
export function MarkAllRead() {
  const words = useWords();
  const engine = useEngine();
  const total = useUnreadTotal();
  if (total === 0) return null;

  function markAll() {
    for (const conversation of Object.values(engine.store.getState().conversations))
      markRead(engine, conversation);
  }

  return <IconButton icon={MailCheck} label={words('conversations.mark-all-read')} onPress={markAll} />;
}
