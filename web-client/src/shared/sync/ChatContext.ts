import { createContext } from 'react';
import type { ChatEngine } from './ChatEngine';

export const ChatContext = createContext<ChatEngine | null>(null);
