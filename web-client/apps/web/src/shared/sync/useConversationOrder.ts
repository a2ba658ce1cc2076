import { useStore } from 'zustand';
import { useEngine } from './useEngine';

/** The ids of all conversations, newest first. */
export function useConversationOrder(): readonly string[] {
  return useStore(useEngine().index.order);
}
