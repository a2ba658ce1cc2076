import { type SessionState, sessionStore } from '@parley/client/session/sessionStore';
import { useStore } from 'zustand';

export function useSession(): SessionState {
  return useStore(sessionStore);
}
