import type { ChatState } from '@parley/client/conversation/ChatState';
import { useStore } from 'zustand';
import { useEngine } from './useEngine';

export function useChat<T>(selector: (state: ChatState) => T): T {
  return useStore(useEngine().store, selector);
}
