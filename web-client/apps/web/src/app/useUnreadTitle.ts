import { unreadTotal } from '@parley/client/conversation/unread';
import { useEffect } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';

/** The page's title says how many messages are unread, for whoever looks at another tab. */
export function useUnreadTitle(): void {
  const words = useWords();
  const count = useChat(unreadTotal);
  useEffect(() => {
    document.title = count > 0 ? words('app.title.unread', { count }) : 'Parley';
    return () => {
      document.title = 'Parley';
    };
  }, [count, words]);
}
