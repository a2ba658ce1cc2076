import { peerOf } from '@parley/client/conversation/peerOf';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';

/** The page's title names who is talked to and counts what calls for them, for whoever looks at another tab. */
export function useTitle(open: string | null): void {
  const words = useWords();
  const count = useStore(useEngine().index.calling);
  const name = useChat((state) => {
    const conversation = open ? state.conversations[open] : undefined;
    return conversation ? nameOf(peerOf(state, conversation)) : null;
  });
  useEffect(() => {
    const title = name ? words('app.title', { name }) : 'Parley';
    document.title = count > 0 ? words('app.title.unread', { count, name: title }) : title;
  }, [count, name, words]);
  useEffect(
    () => () => {
      document.title = 'Parley';
    },
    [],
  );
}
