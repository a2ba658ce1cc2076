import { arrangementOf } from '@parley/client/conversation/arrangement';
import { useEffect } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';

/** To open a conversation takes away the mark that it is unread; one that is marked while it is open stays marked. */
export function useClearMark(open: string | null): void {
  const { store, commands } = useEngine();
  const isHeld = useChat(({ conversations }) => open !== null && conversations[open] !== undefined);
  useEffect(() => {
    if (open && isHeld && arrangementOf(store.getState(), open).unread)
      commands.ask('arrange', { conversation: open, change: { unread: false } });
  }, [store, commands, open, isHeld]);
}
