import type { Conversation, Message, ThreadAbout } from '@parley/client/conversation/ChatState';
import { isFollowed, readOf } from '@parley/client/conversation/threads';
import { useEffect, useState } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';

const isLooking = () => document.visibilityState === 'visible' && document.hasFocus();

/** Tells the server how far a thread was shown, in a window that somebody looks at, if they follow it. */
export function useReadThread(
  { conversation, threads }: Conversation,
  { root }: ThreadAbout,
  messages: readonly Message[] | undefined,
): void {
  const engine = useEngine();
  const me = useChat((state) => state.me);
  const [looking, setLooking] = useState(isLooking);
  useEffect(() => {
    const look = () => setLooking(isLooking());
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  const thread = threads?.[root.number];
  const newest = messages?.at(-1);
  const number = newest?.thread?.number ?? 0;
  const waits = thread !== undefined && isFollowed(thread, me) && readOf(thread, me) < number;
  const sequence = newest?.sequence;
  useEffect(() => {
    if (looking && waits && sequence !== undefined)
      engine.commands.ask('mark-thread', { conversation, root, read: sequence });
  }, [engine, conversation, root, looking, waits, sequence]);
}
