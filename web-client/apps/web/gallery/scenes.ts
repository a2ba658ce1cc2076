import type { FakeServer } from './FakeServer';
import { named, press, seen, type } from './steps';
import { ago, ME, TALK } from './talks';

interface Scene {
  hash: string;
  /** What the server is like. */
  set?(server: FakeServer): void;
  /** What is done before the picture. */
  play?(server: FakeServer): Promise<unknown>;
}

const talk = `#/c/${TALK}`;
const bubbles = () => seen(() => document.querySelector('[role=listitem] time'));
const inList = () => seen(() => document.querySelector('nav a'));

const signedOut = (server: FakeServer) => {
  server.signedIn = false;
};

/** Every screen, and every state of one that looks different. */
export const scenes: Record<string, Scene> = {
  'sign-in': { hash: '#/sign-in', set: signedOut, play: () => named('h1', 'welcome.sign-in') },
  'sign-in-refused': {
    hash: '#/sign-in',
    set: (server) => {
      server.refusing('POST', /refresh$/, 401, 'refresh_invalid');
      server.refusing('POST', /sessions$/, 401, 'wrong_credentials');
    },
    play: async () => {
      await type('username', 'alice');
      await type('password', 'not this one');
      await press('welcome.sign-in');
      await seen(() => document.querySelector('[role=alert]'));
    },
  },
  'sign-up': { hash: '#/sign-up', set: signedOut, play: () => named('h1', 'welcome.sign-up') },
  'sign-up-typing': {
    hash: '#/sign-up',
    set: signedOut,
    play: async () => {
      await type('displayName', 'Alice Archer');
      await type('password', 'a rather long sentence');
      await type('username', 'Al!ce');
      await type('email', 'alice');
    },
  },
  'someone-signed-in': { hash: '#/sign-up', play: () => named('h1', 'welcome.someone') },
  unreachable: {
    hash: '#/',
    set: (server) => server.answering('POST', /refresh$/, () => Promise.reject(new TypeError())),
    play: () => named('h1', 'app.unreachable'),
  },
  'first-run': {
    hash: '#/',
    set: (server) => {
      server.talks = [];
    },
    play: () => named('nav', 'conversations.label'),
  },
  list: { hash: '#/', play: inList },
  'list-loading': {
    hash: '#/',
    set: (server) => server.answering('GET', /conversations$/, () => new Promise(() => {})),
    play: () => seen(() => document.querySelector('nav [role=status]')),
  },
  conversation: {
    hash: talk,
    set: unreadElsewhere,
    play: async (server) => {
      await bubbles();
      const bob = server.talks[0]?.view.members[1]?.user ?? '';
      server.socket.says({ type: 'presence', user: bob, online: true, lastSeen: null });
      server.socket.says({ type: 'typing', conversation: TALK, user: bob, on: true });
      await seen(() => document.querySelector('[role=status] p'));
    },
  },
  'conversation-empty': {
    hash: talk,
    set: ({ talks: [first] }) => {
      if (!first) return;
      first.messages = [];
      first.view = { ...first.view, lastMessage: null, lastNumber: 0, lastSequence: 0, watermarks: [] };
    },
    play: () => seen(() => document.querySelector('textarea')),
  },
  'conversation-unread': {
    hash: talk,
    set: ({ talks: [first] }) => {
      if (!first) return;
      const watermarks = first.view.watermarks.map((each) =>
        each.member === ME ? { ...each, readUpTo: 6 } : each,
      );
      first.messages = first.messages.slice(0, 10);
      first.view = { ...first.view, lastNumber: 10, lastSequence: 10, readUpTo: 6, watermarks };
    },
    play: bubbles,
  },
  'conversation-long': { hash: `${talk}/m/120`, set: lengthened, play: bubbles },
  'conversation-long-unread': { hash: talk, set: lengthened, play: bubbles },
  'conversation-markup': {
    hash: talk,
    set: ({ talks: [first] }) => {
      const texts = [
        '**Bold**, _italic_, ~~struck~~ and `code`, [the notes](https://parley.example/notes)',
        '> A quote\n> of *two* lines\n\nand what is said to it:\n\n1. first\n2. second\n\n- a\n- b',
        '```js\nconst answer = 42;\n```',
        '[bank.example](https://evil.example/login) and photo_\u202egpj.exe',
        'مرحبا **بالعالم** https://parley.example 123',
        '🎉👍',
      ];
      for (const [index, text] of texts.entries()) {
        const message = first?.messages.at(index - texts.length);
        if (message) message.text = text;
      }
    },
    play: () => seen(() => document.querySelector('pre code')),
  },
  'conversation-reactions': {
    hash: talk,
    set: ({ talks: [first] }) => {
      const bob = first?.view.members[1]?.user ?? '';
      for (const number of [5, 7, 9]) {
        const message = first?.messages[number - 1];
        if (!message) continue;
        const about = (member: string, emojis: string[]) => ({
          sequence: 0,
          position: 0,
          at: ago(1),
          name: 'conversation.reactions-changed.v1' as const,
          data: {
            conversation: TALK,
            number,
            target: number,
            message: message.message,
            member,
            content: { emojis },
          },
        });
        message.about = [about(ME, ['👍']), about(bob, number === 7 ? ['👍', '❤️', '😂'] : ['🎉'])];
      }
      const deleted = first?.messages[7];
      if (deleted) Object.assign(deleted, { text: null, gone: 'deleted' });
    },
    play: bubbles,
  },
  'conversation-refused': {
    hash: talk,
    play: async (server) => {
      await bubbles();
      await type('textarea', 'This one is refused, and stays until it is sent again or discarded.');
      await press('thread.send');
      const sent = await seenFrame(server);
      const problem = {
        code: 'text_invalid',
        field: null,
        message: '',
        retryable: false,
        retryAfterMs: null,
      };
      server.socket.says({ type: 'error', ref: sent, ...problem });
      await seen(() => document.querySelector('[role=alert]'));
    },
  },
  'conversation-offline': {
    hash: talk,
    play: async (server) => {
      await bubbles();
      server.connects = false;
      server.socket.drops();
      await type('textarea', 'Written without a connection.');
      await press('thread.send');
      await type('textarea', 'And another on its way');
    },
  },
  'conversation-deleted-account': {
    hash: talk,
    set: ({ talks: [first] }) => {
      const [me, peer] = first?.view.members ?? [];
      if (!first || !me || !peer) return;
      const erased = { ...peer, username: null, displayName: null, erased: true };
      first.view = { ...first.view, members: [me, erased] };
      for (const message of first.messages)
        if (message.author === peer.user) Object.assign(message, { text: null, gone: 'erased' });
    },
    play: bubbles,
  },
  'conversation-unknown': {
    hash: '#/c/00000000-0000-7000-8000-0000000000ff',
    play: () => named('h1', 'thread.unknown'),
  },
  'message-menu': {
    hash: talk,
    play: async () => {
      await bubbles();
      await press('thread.options');
      await seen(() => document.querySelector('[role=menu]'));
    },
  },
  'message-times': {
    hash: talk,
    play: async () => {
      await bubbles();
      (await seen(() => document.querySelector<HTMLElement>('[role=listitem] time ~ button'))).click();
      await seen(() => document.querySelector('dl dd time'));
    },
  },
  'reaction-picker': {
    hash: talk,
    play: async () => {
      await bubbles();
      await press('reactions.react');
      await seen(() => document.querySelector('[role=toolbar]'));
    },
  },
  'account-menu': {
    hash: '#/',
    play: async () => {
      await inList();
      await press('account.menu');
      await seen(() => document.querySelector('[role=menu]'));
    },
  },
  'new-conversation': {
    hash: '#/',
    play: async () => {
      await inList();
      await press('conversations.new');
      await type('username', 'a');
      await seen(() => document.querySelector('[role=option]'));
    },
  },
  sessions: {
    hash: '#/sessions',
    play: () => seen(() => document.querySelector('main li time, main ul li p')),
  },
  account: { hash: '#/account', play: () => seen(() => document.querySelector('main dd, main form')) },
  person: {
    hash: talk,
    play: async () => {
      await bubbles();
      (await seen(() => document.querySelector<HTMLElement>('h1 button'))).click();
      await seen(() => document.querySelector('[role=dialog] p + p, [role=dialog] section'));
    },
  },
  'account-profile': {
    hash: '#/account',
    set: (server) => server.refusing('PUT', /profile$/, 409, 'username_taken', 'username'),
    play: async () => {
      await press('account.profile.edit');
      await press('account.save');
      await seen(() => document.querySelector('[role=dialog] [aria-invalid=true]'));
    },
  },
  'account-password': {
    hash: '#/account',
    play: async () => {
      await press('account.password.edit');
      await seen(() => document.querySelector('[role=dialog] input'));
    },
  },
  'account-delete': {
    hash: '#/account',
    play: async () => {
      await press('account.delete.ask');
      await seen(() => document.querySelector('[role=alertdialog]'));
    },
  },
  erasure: {
    hash: '#/erasure/e1',
    set: (server) => {
      const stores = ['log', 'accounts', 'objects', 'history', 'directory', 'queues', 'gateway', 'presence'];
      server.answering('GET', /erasures/, () => ({
        erasure: 'e1',
        requested: ago(1),
        complete: false,
        stores: stores.map((store, index) => ({ store, forgotten: index < 5 ? ago(0) : null })),
      }));
    },
    play: () => seen(() => document.querySelector('main li')),
  },
};

function unreadElsewhere({ talks }: FakeServer): void {
  const [, carol, , erin] = talks;
  if (carol) carol.view = { ...carol.view, unread: 1, readUpTo: 0, watermarks: [] };
  if (erin) erin.view = { ...erin.view };
}

async function seenFrame(server: FakeServer): Promise<string> {
  for (;;) {
    const frame = server.socket.sentOf('send').at(-1);
    if (frame?.id) return frame.id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Some hundred messages, of which the last eighty are unread. */
function lengthened({ talks: [first] }: FakeServer): void {
  const some = first?.messages ?? [];
  if (!first) return;
  first.messages = Array.from({ length: 400 }, (_, at) => ({
    ...some[at % some.length],
    number: at + 1,
    sequence: at + 1,
    message: `long-${at + 1}`,
    author: some[at % some.length]?.author ?? ME,
    text: `${at + 1}. ${some[at % some.length]?.text}`,
    at: ago(4_000 - at * 10),
  }));
  const watermarks = first.view.watermarks.map((each) =>
    each.member === ME ? { ...each, readUpTo: 320 } : each,
  );
  first.view = { ...first.view, lastNumber: 400, lastSequence: 400, readUpTo: 320, watermarks };
}
