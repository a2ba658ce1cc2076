import { is, learn } from '@parley/protocol/is';
import type { Contract } from '@parley/protocol/types';
import { Problem } from './Problem';
import { problemOf } from './problemOf';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
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

/** Asks the server for something that is answered with what the contract calls by a name. Rejects with a `Problem`. */
export type Call = <Name extends keyof Contract>(
  name: Name,
  path: string,
  options?: RequestOptions,
) => Promise<Contract[Name]>;

/** The HTTP API at an address, such as `/api` or `https://chat.example.org/api`. */
export class Http {
  constructor(
    private readonly address: string,
    private readonly fetch: (url: string, init: RequestInit) => Promise<Response>,
  ) {}

  /** One call that is answered with what the contract calls by a name. */
  readonly request: Call = async (name, path, options = {}) => {
    const response = await this.#exchange(path, options);
    const answer: unknown = await response.json().catch(() => null);
    await learn(name).catch(() => {
      throw Problem.unreachable();
    });
    if (!is(name, answer)) throw Problem.notUnderstood(response.status);
    return answer;
  };

  /** One call whose answer has no body that matters. Rejects with a `Problem`. */
  async command(path: string, options: RequestOptions): Promise<void> {
    await this.#exchange(path, options);
  }

  /** What is no JSON, such as a picture. A browser may keep it as the server says. */
  async blob(path: string, options: RequestOptions): Promise<Blob> {
    return (await this.#exchange(path, options, 'image/*')).blob();
  }

  async #exchange(path: string, options: RequestOptions, accept = 'application/json'): Promise<Response> {
    const headers: Record<string, string> = { Accept: accept };
    if (options.body !== undefined) headers['Content-Type'] = 'application/json';
    if (options.token) headers.Authorization = `Bearer ${options.token}`;
    if (options.key) headers['Idempotency-Key'] = options.key;
    if (options.after !== undefined) headers['Parley-After'] = String(options.after);
    const response = await this.fetch(`${this.address}${path}`, {
      method: options.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
      ...(accept === 'image/*' ? { cache: 'default' } : {}),
    }).catch((cause) => {
      if (options.signal?.aborted) throw cause;
      throw Problem.unreachable();
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }
}
