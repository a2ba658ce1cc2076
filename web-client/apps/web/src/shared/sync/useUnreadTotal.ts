import { useStore } from 'zustand';
import { useEngine } from './useEngine';

/** How many messages are unread in all conversations. */
export function useUnreadTotal(): number {
  return useStore(useEngine().index.unread);
}
