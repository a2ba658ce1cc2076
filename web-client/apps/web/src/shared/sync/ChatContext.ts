import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { createContext } from 'react';

export const ChatContext = createContext<ChatEngine | null>(null);
