import type { StoreApi } from 'zustand';
import type { ChatState } from '@/shared/conversation/ChatState';

export type ChatStore = StoreApi<ChatState>;
