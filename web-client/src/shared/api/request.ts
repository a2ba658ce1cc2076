import { Problem } from './Problem';
import { problemOf } from './problemOf';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  token?: string;
  /** Names a command, so that the server carries it out once however often it is asked. */
  key?: string;
  /** Waits until the view holds this position. */
  after?: string | number | undefined;
  signal?: AbortSignal;
  /** Lets the request finish although the page goes away. */
  keepalive?: boolean;
}

/** One call of the HTTP API. Throws a `Problem`; answers with nothing where the server does. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
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
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
