import { unreadTotal } from '@parley/client/conversation/unread';
import { useEffect } from 'react';
import { useChat } from '@/shared/sync/useChat';

/** The page's title says how many messages are unread, for whoever looks at another tab. */
export function useUnreadTitle(): void {
  const count = useChat(unreadTotal);
  useEffect(() => {
    document.title = count > 0 ? `(${count}) Parley` : 'Parley';
    return () => {
      document.title = 'Parley';
    };
  }, [count]);
}
