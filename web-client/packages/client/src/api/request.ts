import { is } from '@parley/protocol/is';
import type { Contract } from '@parley/protocol/types';
import { Problem } from './Problem';
import { problemOf } from './problemOf';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  token?: string;
  /** Names a command, so that the server carries it out once however often it is asked. */
  key?: string;
  /** Waits until the view holds this position. */
  after?: number | undefined;
  signal?: AbortSignal;
  /** Lets the request finish although the page goes away. */
  keepalive?: boolean;
}

/** One call of the HTTP API that is answered with what the contract calls by a name. Throws a `Problem`. */
export async function request<Name extends keyof Contract>(
  name: Name,
  path: string,
  options: RequestOptions = {},
): Promise<Contract[Name]> {
  const response = await exchange(path, options);
  const answer: unknown = await response.json().catch(() => null);
  if (!is(name, answer)) throw Problem.notUnderstood(response.status);
  return answer;
}

/** One call of the HTTP API whose answer has no body that matters. Throws a `Problem`. */
export async function command(path: string, options: RequestOptions): Promise<void> {
  await exchange(path, options);
}

async function exchange(path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.token) headers.Authorization = `Bearer ${options.token}`;
  if (options.key) headers['Idempotency-Key'] = options.key;
  if (options.after !== undefined) headers['Parley-After'] = String(options.after);
  const response = await fetch(`/api${path}`, {
    method: options.method ?? 'GET',
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.keepalive ? { keepalive: true } : {}),
  }).catch((cause) => {
    if (options.signal?.aborted) throw cause;
    throw Problem.unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}
