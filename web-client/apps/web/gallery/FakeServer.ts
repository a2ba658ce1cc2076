import { FakeSocket } from '@parley/client/testing/FakeSocket';
import type { MessageView } from '@parley/protocol/types';
import { ago, ME, type Talk } from './talks';

type Answer = (match: RegExpMatchArray, query: URLSearchParams, body: unknown) => unknown;

/** Answers as Parley would, out of a few conversations. */
export class FakeServer {
  signedIn = true;
  /** Whether its socket greets. */
  connects = true;
  readonly sockets: FakeSocket[] = [];
  readonly #answers: [string, RegExp, Answer][] = [];

  constructor(public talks: Talk[]) {
    this.answering('POST', /sessions\/refresh$/, () => ({
      user: ME,
      username: 'alice',
      session: 's',
      accessToken: 'a',
      expiresInSeconds: 3_000,
    }));
    this.answering('POST', /socket-tickets$/, () => ({ ticket: 't', expiresInSeconds: 30 }));
    this.answering('GET', /conversations$/, () => ({
      items: this.talks.map(({ view }) => view),
      next: null,
    }));
    this.answering('GET', /conversations\/([^/]+)\/messages$/, ([, id], query) => ({
      items: this.#page(id, Number(query.get('before') ?? Number.POSITIVE_INFINITY), query.get('after')),
      next: null,
    }));
    this.answering('GET', /receipts$/, () => ({
      receipts: this.talks[0]?.view.members
        .filter(({ user }) => user !== ME)
        .map(({ user: member }) => ({ member, deliveredAt: ago(20), readAt: ago(18) })),
    }));
    this.answering('GET', /calls\/own$/, () => ({}));
    this.answering('GET', /me\/blocks$/, () => ({ items: [] }));
    this.answering('GET', /threads$/, () => ({ items: [] }));
    this.answering('GET', /conversations\/[^/]+\/reports$/, () => ({ items: [] }));
    this.answering('GET', /me\/admissions$/, () => ({ items: [] }));
    this.answering('GET', /conversations\/[^/]+\/admissions$/, () => ({ items: [] }));
    this.answering('GET', /me\/friends$/, () => {
      const [first, second, third] = this.talks.flatMap(({ view }) =>
        view.members.filter(({ user }) => user !== ME),
      );
      return {
        friends: first ? [{ ...first, status: { emoji: '🌴', line: 'At the sea' } }] : [],
        incoming: second ? [{ person: second, line: 'We met at the harbour.', at: ago(30) }] : [],
        outgoing: third ? [{ person: third, line: null, at: ago(300) }] : [],
      };
    });
    this.answering('GET', /me$/, () => ({
      user: ME,
      username: 'alice',
      displayName: this.talks[0]?.view.members[0]?.displayName ?? 'Alice Archer',
      about: 'Gardens, trains and long letters.',
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
      status: { emoji: '🌴', line: 'At the sea' },
    }));
    this.answering('GET', /sessions$/, () => ({
      items: [
        { session: 's', device: 'Chrome on Linux', createdAt: ago(9_000), lastUsedAt: ago(0), current: true },
        {
          session: 't',
          device: 'Safari on iOS',
          createdAt: ago(90_000),
          lastUsedAt: ago(95),
          current: false,
        },
        { session: 'u', device: null, createdAt: ago(90_400), lastUsedAt: ago(3_000), current: false },
      ],
      next: null,
    }));
    this.answering('GET', /users\/([^/]+)$/, ([, username]) => {
      const found = this.talks.flatMap(({ view }) => view.members).find((each) => each.username === username);
      const about = 'Climbs what stands still. Answers in the evening.';
      return { ...found, about, joinedAt: '2025-03-02T10:00:00Z', asOf: 0 };
    });
    this.answering('GET', /users$/, () => ({
      items: this.talks.flatMap(({ view }) =>
        view.members
          .filter(({ user }) => user !== ME)
          .map(({ user, username, displayName }) => ({ user, username, displayName })),
      ),
      next: null,
    }));
  }

  answering(method: string, path: RegExp, answer: Answer): void {
    this.#answers.unshift([method, path, answer]);
  }

  refusing(method: string, path: RegExp, status: number, code: string, field?: string): void {
    const errors = field ? { errors: [{ field, code, detail: '' }] } : {};
    const problem = { type: 'about:blank', title: '', status, detail: '', code, retryable: false, ...errors };
    this.answering(method, path, () => new Response(JSON.stringify(problem), { status }));
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('No socket was opened.');
    return socket;
  }

  install(): void {
    const server = this;
    // As the server sets it beside its own.
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser that takes pictures has the other interface.
    document.cookie = `__Host-parley-signed-in=1; Secure; Path=/; Max-Age=${this.signedIn ? 60 : 0}`;
    window.fetch = async (input, { method = 'GET', body } = {}) => {
      const url = new URL(String(input), window.location.href);
      const found = server.#answers.find((each) => each[0] === method && each[1].test(url.pathname));
      const match = found && url.pathname.match(found[1]);
      if (!server.signedIn) return new Response('{}', { status: 401 });
      if (!found || !match) return new Response('{"code":"not_found"}', { status: 404 });
      const said: unknown = typeof body === 'string' && body ? JSON.parse(body) : null;
      const answer = await found[2](match, url.searchParams, said);
      return answer instanceof Response ? answer : new Response(JSON.stringify(answer));
    };
    Object.defineProperty(window, 'WebSocket', {
      value: class extends FakeSocket {
        constructor(_: URL, protocols: string[]) {
          super(protocols);
          server.sockets.push(this);
          setTimeout(() => (server.connects ? this.greets() : this.drops()), 10);
        }
      },
    });
  }

  #page(conversation: string | undefined, before: number, after: string | null): MessageView[] {
    const messages = this.talks.find(({ view }) => view.conversation === conversation)?.messages ?? [];
    if (after !== null) return messages.filter(({ number }) => number > Number(after)).slice(0, 50);
    return messages
      .filter(({ number }) => number < before)
      .slice(-50)
      .reverse();
  }
}
