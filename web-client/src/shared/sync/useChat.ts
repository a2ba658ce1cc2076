import { useStore } from 'zustand';
import type { ChatState } from '@/shared/conversation/ChatState';
import { useEngine } from './useEngine';

export function useChat<T>(selector: (state: ChatState) => T): T {
  return useStore(useEngine().store, selector);
}
