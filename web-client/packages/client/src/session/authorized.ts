import type { Contract } from '@parley/protocol/types';
import { Problem } from '../api/Problem';
import { command, type RequestOptions, request } from '../api/request';
import { refreshSession } from './refreshSession';
import { dropSession, sessionStore } from './sessionStore';

const EARLY_MS = 15_000;

async function token(): Promise<string> {
  const state = sessionStore.getState();
  if (state.phase === 'signed-in' && state.identity.expiresAt - EARLY_MS > Date.now()) {
    return state.identity.accessToken;
  }
  return (await refreshSession()).accessToken;
}

/** A `request` with the access token. */
export function authorized<Name extends keyof Contract>(
  name: Name,
  path: string,
  options: RequestOptions = {},
): Promise<Contract[Name]> {
  return withToken((token) => request(name, path, { ...options, token }));
}

/** A `command` with the access token. */
export function authorizedCommand(path: string, options: RequestOptions): Promise<void> {
  return withToken((token) => command(path, { ...options, token }));
}

/** Refreshes an old token first, and once more if the server finds it too old. */
async function withToken<T>(call: (token: string) => Promise<T>): Promise<T> {
  try {
    return await call(await token()).catch(async (problem) => {
      if (!isUnauthorized(problem) || problem.code === 'session_ended') throw problem;
      const identity = await refreshSession();
      return call(identity.accessToken);
    });
  } catch (problem) {
    if (isUnauthorized(problem)) dropSession('session-ended');
    throw problem;
  }
}

function isUnauthorized(problem: unknown): problem is Problem {
  // A wrong password, asked for once more, says nothing about the session.
  return problem instanceof Problem && problem.status === 401 && problem.code !== 'wrong_credentials';
}
