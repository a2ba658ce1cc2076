import type { NewAccount, PasswordAgain, SignedIn, SignIn } from '@parley/protocol/types';
import { createStore } from 'zustand/vanilla';
import type { Call, Http, RequestOptions } from '../api/Http';
import { Problem } from '../api/Problem';
import type { Storage } from '../storage/Storage';
import { uuidv7 } from '../text/uuidv7';
import type { ClientKind, Identity, SessionNotice, SessionState } from './Identity';

/** A token is renewed so long before it expires. */
const EARLY_MS = 15_000;
const UNAUTHORIZED = 401;
const KEY = 'session';

export interface SessionDependencies {
  http: Http;
  /** Keeps who is signed in, so that what is kept of them can be shown before the server answers. */
  storage: Storage;
  client: ClientKind;
  /** Whether there may be a session that is not kept in the storage: in a browser, whose cookie is told apart from it. */
  mayBeSignedIn?(): boolean;
  /** Runs an action while nothing else that shares the storage runs one under the same name. */
  exclusively<T>(name: string, action: () => Promise<T>): Promise<T>;
}

/** Who has signed in here, and the calls they make. */
export class Session {
  readonly store = createStore<SessionState>(() => ({ phase: 'restoring' }));
  #refreshing: Promise<Identity> | null = null;
  #refreshToken: string | undefined;

  constructor(private readonly dependencies: SessionDependencies) {}

  get identity(): Identity | null {
    const state = this.store.getState();
    return state.phase === 'signed-in' ? state.identity : null;
  }

  /**
   * Finds out whether someone is signed in. Who was signed in before counts as signed in until the server says otherwise: without a
   * connection they can still read what is kept.
   */
  async restore(): Promise<void> {
    this.#set({ phase: 'restoring' });
    const kept = (await this.dependencies.storage.read(KEY)).get(KEY);
    if (isKeptSession(kept)) {
      const { user, username, session } = kept;
      this.#refreshToken = kept.refreshToken;
      this.#set({ phase: 'signed-in', identity: { user, username, session, accessToken: '', expiresAt: 0 } });
    }
    const { mayBeSignedIn = () => true } = this.dependencies;
    if (!kept && !mayBeSignedIn()) {
      this.drop(null);
      return;
    }
    try {
      await this.refresh();
    } catch (problem) {
      if (isUnauthorized(problem)) this.drop(kept ? 'session-ended' : null);
      else if (!kept) this.#set({ phase: 'unreachable' });
    }
  }

  signIn(credentials: Omit<SignIn, 'client'>): Promise<SignedIn> {
    const body: SignIn = { ...credentials, client: this.dependencies.client };
    return this.dependencies.http.request('SignedIn', '/sessions', { method: 'POST', body });
  }

  signUp(account: Omit<NewAccount, 'client'>): Promise<SignedIn> {
    const body: NewAccount = { ...account, client: this.dependencies.client };
    return this.dependencies.http.request('SignedIn', '/accounts', { method: 'POST', body });
  }

  /** Begins a session with the answer to signing in or up. Nothing is kept here of anyone else from then on. */
  async begin(signedIn: SignedIn): Promise<Identity> {
    const { storage } = this.dependencies;
    const kept = await storage.read('');
    const foreign = [...kept.keys()].filter((key) => !key.startsWith(`${signedIn.user}/`));
    await storage.write(new Map(foreign.map((key) => [key, undefined])));
    return this.#adopt(signedIn);
  }

  /**
   * Gets an access token. A refresh token is good only once and using one again ends the session, so tabs take turns, and the request
   * outlives the page: a reload must not lose the answer that carries the next one.
   */
  refresh(): Promise<Identity> {
    this.#refreshing ??= this.dependencies
      .exclusively('parley-refresh', () => {
        const refreshToken = this.#refreshToken;
        const body = refreshToken === undefined ? {} : { refreshToken };
        const options: RequestOptions = { method: 'POST', body, keepalive: true };
        return this.dependencies.http.request('SignedIn', '/sessions/refresh', options);
      })
      .then((signedIn) => this.#adopt(signedIn))
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  /** A call in the name of who is signed in. */
  readonly call: Call = (name, path, options = {}) =>
    this.#withToken((token) => this.dependencies.http.request(name, path, { ...options, token }));

  /** A command in the name of who is signed in, whose answer does not matter. */
  command(path: string, options: RequestOptions): Promise<void> {
    return this.#withToken((token) => this.dependencies.http.command(path, { ...options, token }));
  }

  /** What is no JSON, in the name of who is signed in. */
  blob(path: string): Promise<Blob> {
    return this.#withToken((token) => this.dependencies.http.blob(path, { token }));
  }

  async signOut(): Promise<void> {
    await this.command('/sessions/current', { method: 'DELETE', keepalive: true });
    await this.forget('signed-out');
  }

  /** Deletes the account for good and forgets it here. Answers with the erasure's id, by which it can be followed. */
  async erase(password: string, forgotten: (erasure: string) => void): Promise<void> {
    const body: PasswordAgain = { password };
    const { erasure } = await this.call('Erased', '/me', { method: 'DELETE', key: uuidv7(), body });
    forgotten(erasure);
    await this.forget(null);
  }

  /** Nobody is signed in here any more, and nothing of them is kept. */
  async forget(notice: SessionNotice | null): Promise<void> {
    this.drop(notice);
    await this.dependencies.storage.clear('');
  }

  /**
   * The session has ended, which its person may not know of yet: what they wrote and did not send is kept for when they sign in again,
   * and what others wrote is not.
   */
  drop(notice: SessionNotice | null): void {
    const user = this.identity?.user;
    this.#refreshToken = undefined;
    this.#set({ phase: 'signed-out', notice });
    const { storage } = this.dependencies;
    void storage.clear(KEY);
    if (user !== undefined) void storage.clear(`${user}/read/`);
  }

  async #adopt(signedIn: SignedIn): Promise<Identity> {
    const { user, username, session, accessToken, expiresInSeconds } = signedIn;
    const refreshToken = signedIn.refreshToken ?? undefined;
    this.#refreshToken = refreshToken;
    const kept: KeptSession = { user, username, session, ...(refreshToken ? { refreshToken } : {}) };
    await this.dependencies.storage.write(new Map([[KEY, kept]]));
    const identity = {
      user,
      username,
      session,
      accessToken,
      expiresAt: Date.now() + expiresInSeconds * 1000,
    };
    this.#set({ phase: 'signed-in', identity });
    return identity;
  }

  async #token(): Promise<string> {
    const { identity } = this;
    return identity && identity.expiresAt - EARLY_MS > Date.now()
      ? identity.accessToken
      : (await this.refresh()).accessToken;
  }

  /** Refreshes an old token first, and once more if the server finds it too old. */
  async #withToken<T>(call: (token: string) => Promise<T>): Promise<T> {
    try {
      return await call(await this.#token()).catch(async (problem) => {
        if (!isUnauthorized(problem) || problem.code === 'session_ended') throw problem;
        const identity = await this.refresh();
        return call(identity.accessToken);
      });
    } catch (problem) {
      if (isUnauthorized(problem)) this.drop('session-ended');
      throw problem;
    }
  }

  #set(state: SessionState): void {
    this.store.setState(state, true);
  }
}

interface KeptSession {
  user: string;
  username: string;
  session: string;
  refreshToken?: string;
}

function isKeptSession(kept: unknown): kept is KeptSession {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields = new Map<string, unknown>(Object.entries(kept));
  return ['user', 'username', 'session'].every((field) => typeof fields.get(field) === 'string');
}

function isUnauthorized(problem: unknown): problem is Problem {
  // A wrong password, asked for once more, says nothing about the session.
  return (
    problem instanceof Problem && problem.status === UNAUTHORIZED && problem.code !== 'wrong_credentials'
  );
}
