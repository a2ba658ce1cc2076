import { unread } from '@parley/client/conversation/unread';
import { MailCheck } from 'lucide-react';
import { useEngine } from '@/shared/sync/useEngine';
import { useUnreadTotal } from '@/shared/sync/useUnreadTotal';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';

/** Says that everything was read, on all devices. */
export function MarkAllRead() {
  const words = useWords();
  const { store, attention } = useEngine();
  const total = useUnreadTotal();
  if (total === 0) return null;

  function markAll() {
    const { conversations, me } = store.getState();
    for (const conversation of Object.values(conversations))
      if (unread(conversation, me) > 0) attention.mark(conversation.conversation, conversation.lastNumber);
  }

  return <IconButton icon={MailCheck} label={words('conversations.mark-all-read')} onPress={markAll} />;
}
