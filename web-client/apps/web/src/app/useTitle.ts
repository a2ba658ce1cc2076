import { peerOf } from '@parley/client/conversation/peerOf';
import { unreadTotal } from '@parley/client/conversation/unread';
import { useEffect } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';

/** The page's title names who is talked to and counts what is unread, for whoever looks at another tab. */
export function useTitle(open: string | null): void {
  const words = useWords();
  const count = useChat(unreadTotal);
  const name = useChat((state) => {
    const conversation = open ? state.conversations[open] : undefined;
    return conversation ? nameOf(peerOf(state, conversation)) : null;
  });
  useEffect(() => {
    const title = name ? words('app.title', { name }) : 'Parley';
    document.title = count > 0 ? words('app.title.unread', { count, name: title }) : title;
    return () => {
      document.title = 'Parley';
    };
  }, [count, name, words]);
}
