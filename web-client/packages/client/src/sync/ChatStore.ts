import type { StoreApi } from 'zustand/vanilla';
import type { ChatState } from '../conversation/ChatState';

export type ChatStore = StoreApi<ChatState>;
