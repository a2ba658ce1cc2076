import type { SessionState } from '@parley/client/session/Identity';
import { useStore } from 'zustand';
import { session } from './session';

export function useSession(): SessionState {
  return useStore(session.store);
}
