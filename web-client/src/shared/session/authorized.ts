import { Problem } from '@/shared/api/Problem';
import { type RequestOptions, request } from '@/shared/api/request';
import { refreshSession } from './refreshSession';
import { dropSession, sessionStore } from './sessionStore';

const EARLY_MS = 15_000;
export const SESSION_ENDED_NOTICE = 'Your session has ended. Sign in again to go on.';

async function token(): Promise<string> {
  const state = sessionStore.getState();
  if (state.phase === 'signed-in' && state.identity.expiresAt - EARLY_MS > Date.now()) {
    return state.identity.accessToken;
  }
  return (await refreshSession()).accessToken;
}

/** A call with the access token; refreshes an old token first, and once more if the server finds it too old. */
export async function authorized<T>(path: string, options: RequestOptions = {}): Promise<T> {
  try {
    const accessToken = await token();
    return await request<T>(path, { ...options, token: accessToken }).catch(async (problem) => {
      if (!isUnauthorized(problem) || problem.code === 'session_ended') throw problem;
      const identity = await refreshSession();
      return request<T>(path, { ...options, token: identity.accessToken });
    });
  } catch (problem) {
    if (isUnauthorized(problem)) dropSession(SESSION_ENDED_NOTICE);
    throw problem;
  }
}

function isUnauthorized(problem: unknown): problem is Problem {
  // A wrong password, asked for once more, says nothing about the session.
  return problem instanceof Problem && problem.status === 401 && problem.code !== 'wrong_credentials';
}
