import { request } from '../api/request';
import { exclusively } from './exclusively';
import { adoptSession, type Identity } from './sessionStore';

let running: Promise<Identity> | null = null;

/**
 * Trades the cookie for an access token. A refresh token is good only once and using one again ends the session, so
 * tabs take turns, and the request outlives the page: a reload must not lose the answer that carries the next cookie.
 */
export function refreshSession(): Promise<Identity> {
  running ??= exclusively('parley-refresh', () =>
    request('SignedIn', '/sessions/refresh', { method: 'POST', body: {}, keepalive: true }),
  )
    .then(adoptSession)
    .finally(() => {
      running = null;
    });
  return running;
}
