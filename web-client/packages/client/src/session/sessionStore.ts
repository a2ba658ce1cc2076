import type { SignedIn } from '@parley/protocol/types';
import { createStore } from 'zustand/vanilla';

/** The access token lives here and nowhere else: in memory, for as long as the page. */
export interface Identity {
  user: string;
  username: string;
  session: string;
  accessToken: string;
  /** Milliseconds of `Date.now()` after which the token is not to be used. */
  expiresAt: number;
}

/** Why nobody is signed in any more. */
export type SessionNotice = 'signed-out' | 'signed-out-elsewhere' | 'erased-elsewhere' | 'session-ended';

export type SessionState =
  | { phase: 'restoring' }
  | { phase: 'unreachable' }
  | { phase: 'signed-out'; notice: SessionNotice | null }
  | { phase: 'signed-in'; identity: Identity };

export const sessionStore = createStore<SessionState>(() => ({ phase: 'restoring' }));

export function adoptSession(signedIn: SignedIn): Identity {
  const { user, username, session, accessToken, expiresInSeconds } = signedIn;
  const expiresAt = Date.now() + expiresInSeconds * 1000;
  const identity = { user, username, session, accessToken, expiresAt };
  sessionStore.setState({ phase: 'signed-in', identity }, true);
  return identity;
}

export function dropSession(notice: SessionNotice | null): void {
  sessionStore.setState({ phase: 'signed-out', notice }, true);
}
