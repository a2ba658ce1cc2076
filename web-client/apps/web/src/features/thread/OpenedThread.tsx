import { useEffect } from 'react';
import { useStore } from 'zustand';
import { lazily } from '@/shared/lazy/lazily';
import { useRoute } from '@/shared/routing/useRoute';
import { useChat } from '@/shared/sync/useChat';
import { closeThread, openedThread } from '@/shared/threads/openedThread';

const ThreadPanel = lazily(async () => (await import('./ThreadPanel')).ThreadPanel);

/** The thread that is open, as long as its conversation is. */
export function OpenedThread() {
  const { opened } = useStore(openedThread);
  const route = useRoute();
  const open = route.page === 'conversation' ? route.conversation : null;
  const conversation = useChat((state) => (opened ? state.conversations[opened.conversation] : undefined));
  const isLeft = opened !== null && open !== opened.conversation;
  useEffect(() => {
    if (isLeft) closeThread();
  }, [isLeft]);
  if (!opened || isLeft || !conversation) return null;
  return (
    <ThreadPanel
      key={`${opened.conversation}/${opened.root.number}`}
      conversation={conversation}
      about={opened}
    />
  );
}
