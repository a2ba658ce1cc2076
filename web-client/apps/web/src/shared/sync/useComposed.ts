import type { Composed } from '@parley/client/sync/Composing';
import { useStore } from 'zustand';
import { useEngine } from './useEngine';

/** What is being written in a conversation, where it is not simply a new message. */
export function useComposed(conversation: string): Composed | undefined {
  return useStore(useEngine().composing.store, (composed) => composed[conversation]);
}
