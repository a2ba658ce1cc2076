/** A browser keeps the refresh token in a cookie and names its origin; any other client does neither. */
export type ClientKind = 'browser' | 'native';

/** Who is signed in. The access token is in memory and nowhere else. */
export interface Identity {
  user: string;
  username: string;
  session: string;
  accessToken: string;
  /** Milliseconds since 1970 after which the token is not to be used. */
  expiresAt: number;
}

export type SessionState =
  | { phase: 'restoring' }
  | { phase: 'unreachable' }
  | { phase: 'signed-out'; notice: SessionNotice | null }
  | { phase: 'signed-in'; identity: Identity };

/** Why nobody is signed in any more. */
export type SessionNotice = 'signed-out' | 'signed-out-elsewhere' | 'session-ended' | 'erased-elsewhere';
