import { useStore } from 'zustand';
import { type SessionState, sessionStore } from './sessionStore';

export function useSession(): SessionState {
  return useStore(sessionStore);
}
