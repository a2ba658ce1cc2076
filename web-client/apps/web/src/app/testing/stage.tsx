import { FakeSocket } from '@parley/client/testing/FakeSocket';
import { ALICE, summaryAt, timeOf } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import { act, cleanup, configure, render, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { VirtuosoMockContext } from 'react-virtuoso';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { App } from '@/app/App';
import { session } from '@/shared/session/session';

const signedIn = { user: ALICE, username: 'alice', session: 's', accessToken: 'a', expiresInSeconds: 300 };
const alice = {
  user: ALICE,
  username: 'alice',
  displayName: 'Alice Archer',
  about: null,
  email: 'alice@example.org',
  phone: null,
  findable: 'by_name',
  writes: 'everyone',
  adds: 'everyone',
  visibility: {
    online: 'everyone',
    lastSeen: 'everyone',
    receipts: 'everyone',
    avatar: 'everyone',
    about: 'everyone',
  },
};
const device = {
  session: 's',
  device: 'Chrome on Linux',
  createdAt: timeOf(0),
  lastUsedAt: timeOf(0),
  current: true,
};

/** On a busy machine a screen takes its time. */
configure({ asyncUtilTimeout: 20_000 });

type Answer = (body: string | undefined) => unknown;

/** The whole application in front of a server that is the test: alice, signed in, and her conversation with bob. */
export class Stage {
  signedIn = true;
  readonly sockets: FakeSocket[] = [];
  readonly #answers: [string, RegExp, Answer][] = [];

  constructor() {
    beforeEach(() => this.#set());
    afterEach(async () => {
      cleanup();
      await session.forget(null);
      vi.unstubAllGlobals();
    });
  }

  /** What a request is answered with from now on: a body, or a response of its own. */
  answering(method: string, path: RegExp, answer: Answer): void {
    this.#answers.unshift([method, path, answer]);
  }

  open(hash: string): void {
    window.location.hash = hash;
    render(
      <VirtuosoMockContext value={{ viewportHeight: 800, itemHeight: 50 }}>
        <App />
      </VirtuosoMockContext>,
    );
  }

  /** Opens a page and connects it. */
  async enter(hash: string): Promise<FakeSocket> {
    this.open(hash);
    await waitFor(() => expect(this.sockets).toHaveLength(1));
    act(() => this.socket.greets());
    return this.socket;
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('No socket was opened.');
    return socket;
  }

  /** Contrast and layout need a real browser; names, roles and structure are checked here. */
  async expectAccessible(): Promise<void> {
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  }

  #set(): void {
    this.signedIn = true;
    // biome-ignore lint/suspicious/noDocumentCookie: as the server sets it beside its own.
    document.cookie = '__Host-parley-signed-in=1; Secure; Path=/';
    this.sockets.length = 0;
    this.#answers.length = 0;
    this.answering('POST', /sessions\/refresh$/, () => signedIn);
    this.answering('POST', /socket-tickets$/, () => ({ ticket: 't', expiresInSeconds: 30 }));
    this.answering('GET', /conversations\?/, () => ({ items: [summaryAt(0)], next: null }));
    this.answering('GET', /sessions$/, () => ({ items: [device], next: null }));
    this.answering('GET', /me$/, () => alice);
    this.answering('GET', /me\/blocks$/, () => ({ items: [] }));
    this.answering('GET', /\/threads$/, () => ({ items: [] }));
    this.answering('GET', /conversations\/[^/]+\/reports$/, () => ({ items: [] }));
    this.answering('GET', /me\/admissions$/, () => ({ items: [] }));
    this.answering('GET', /conversations\/[^/]+\/admissions$/, () => ({ items: [] }));
    this.answering('GET', /calls\/own$/, () => ({}));
    this.answering('GET', /me\/friends$/, () => ({ friends: [], incoming: [], outgoing: [] }));
    vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body?: string }) => {
      const found = this.#answers.find((each) => each[0] === method && each[1].test(path));
      if (!found || !this.signedIn)
        return new Response(JSON.stringify(problemBody(401, 'refresh_invalid', 'Sign in again.')), {
          status: 401,
        });
      const answer = await found[2](body);
      return answer instanceof Response ? answer : new Response(JSON.stringify(answer));
    });
    const { sockets } = this;
    vi.stubGlobal(
      'WebSocket',
      class extends FakeSocket {
        constructor(_: URL, protocols: string[]) {
          super(protocols);
          sockets.push(this);
        }
      },
    );
  }
}
