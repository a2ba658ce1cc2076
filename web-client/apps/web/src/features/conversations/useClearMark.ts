import { arrangementOf } from '@parley/client/conversation/arrangement';
import { useCallback, useEffect } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';

/**
 * To open a conversation takes away the mark that it is unread; one that is marked while it is open stays marked, until what this answers
 * with is called.
 */
export function useClearMark(open: string | null): () => void {
  const { store, commands } = useEngine();
  const isHeld = useChat(({ conversations }) => open !== null && conversations[open] !== undefined);
  const clear = useCallback(() => {
    if (open && arrangementOf(store.getState(), open).unread)
      commands.ask('arrange', { conversation: open, change: { unread: false } });
  }, [store, commands, open]);
  useEffect(() => {
    if (isHeld) clear();
  }, [clear, isHeld]);
  return clear;
}
