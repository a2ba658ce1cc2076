import type { FakeServer } from './FakeServer';
import { fileScenes } from './fileScenes';
import { GROUP, withGroup } from './groupTalk';
import { leadingScenes } from './leadingScenes';
import type { Scene } from './Scene';
import { named, press, seen, type } from './steps';
import { ago, ME, TALK } from './talks';
import { threadScenes } from './threadScenes';

const talk = `#/c/${TALK}`;
const bubbles = () => seen(() => document.querySelector('[role=listitem] time'));
const inList = () => seen(() => document.querySelector('nav a'));

const group = `#/c/${GROUP}`;

/** The last that was said are calls: one that was missed, one that was answered, and one that may ring. */
function withCalls({ talks: [first] }: FakeServer): void {
  if (!first) return;
  const them = first.view.members.find(({ user }) => user !== ME)?.user ?? '';
  const began = first.view.lastNumber;
  const calls = [
    { author: them, state: 'missed' as const, seconds: 0 },
    { author: ME, state: 'completed' as const, seconds: 192 },
    { author: them, state: null, seconds: 0 },
  ].map(({ author, state, seconds }, index) => {
    const number = began + 1 + index;
    const place = { number, sequence: number, message: `call ${number}`, author, at: ago(2 - index) };
    const about = { conversation: TALK, number, target: number, message: place.message, member: author };
    const data = { ...about, content: { seconds } };
    const name = 'conversation.call-changed.v1' as const;
    const said = state ? [{ sequence: number, at: place.at, name, data: { ...data, state } }] : [];
    return { ...place, text: '', call: 'video' as const, about: said };
  });
  first.messages = [...first.messages, ...calls];
  const last = calls.at(-1);
  if (!last) return;
  const { number, author, call, text, at } = last;
  first.view = {
    ...first.view,
    lastNumber: number,
    lastSequence: number,
    lastMessage: { number, author, call, text, at },
  };
}

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
  'list-draft': {
    hash: talk,
    play: async () => {
      await type('textarea', 'About Saturday: shall I bring');
      window.location.hash = '#/';
      await seen(() => document.querySelector('nav strong'));
    },
  },
  'list-arranged': {
    hash: '#/',
    set: ({ talks }) => {
      const marks = { pinned: false, archived: false, favourite: false, unread: false, asOf: 1 };
      const [first, second, third] = talks;
      if (first) first.view = { ...first.view, arrangement: { ...marks, pinned: true, favourite: true } };
      if (second)
        second.view = {
          ...second.view,
          arrangement: { ...marks, mutedUntil: '9999-12-31T23:59:59Z', unread: true },
        };
      if (third) third.view = { ...third.view, arrangement: { ...marks, archived: true } };
    },
    play: async () => {
      await inList();
      document.querySelector<HTMLElement>('[data-options]')?.click();
      await seen(() => document.querySelector('[role=menu]'));
    },
  },
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
  'call-rings': {
    hash: talk,
    set: (server) => {
      withCalls(server);
      const { messages, view } = server.talks[0] ?? {};
      const message = messages?.at(-1)?.message ?? '';
      const place = { conversation: TALK, message, number: view?.lastNumber, sequence: view?.lastSequence };
      const more = { video: true, remainingMs: 40_000, here: false, iceServers: [] };
      server.answering('GET', /calls\/[^/]+$/, () => ({ ...place, state: 'ringing', ...more }));
    },
    play: () => seen(() => document.querySelector('[role=alertdialog]')),
  },
  'call-messages': {
    hash: talk,
    set: (server) => {
      withCalls(server);
      server.refusing('GET', /calls\/[^/]+$/, 410, 'call_over');
    },
    play: bubbles,
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
  'conversation-edited': {
    hash: talk,
    set: ({ talks: [first] }) => {
      for (const number of [7, 11, 12]) {
        const message = first?.messages[number - 1];
        if (!message) continue;
        const { author: member, text, message: id } = message;
        const data = {
          conversation: TALK,
          number,
          target: number,
          message: id,
          member,
          content: { text: text ?? '' },
        };
        message.about = [{ sequence: 0, at: ago(1), name: 'conversation.message-edited.v1', data }];
      }
    },
    play: async () => {
      await bubbles();
      await seen(() => document.querySelector('[data-action=versions]'));
    },
  },
  'conversation-editing': {
    hash: talk,
    play: async () => {
      await bubbles();
      const field = await seen(() => document.querySelector('textarea'));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
      await named('button', 'thread.edit.cancel');
    },
  },
  'message-versions': {
    hash: talk,
    set: (server) => {
      const [first] = server.talks;
      const message = first?.messages[11];
      if (!message) return;
      const { author: member, message: id } = message;
      const content = { text: 'Or half past nine, if it rains.' };
      const data = { conversation: TALK, number: 12, target: 12, message: id, member, content };
      message.about = [{ sequence: 0, at: ago(1), name: 'conversation.message-edited.v1', data }];
      server.answering('GET', /versions$/, () => ({
        versions: [
          { sequence: 13, text: content.text, at: ago(1) },
          { sequence: 12, text: message.text, at: ago(3) },
        ],
      }));
    },
    play: async () => {
      await bubbles();
      (await seen(() => document.querySelector<HTMLElement>('[data-action=versions]'))).click();
      await seen(() => document.querySelector('[role=dialog] li time'));
    },
  },
  'conversation-replies': {
    hash: talk,
    set: ({ talks: [first] }) => {
      for (const [number, origin] of [
        [6, 5],
        [9, 7],
        [11, 8],
      ] as const) {
        const message = first?.messages[number - 1];
        if (message) message.replyTo = { number: origin, sequence: origin };
      }
    },
    play: async () => {
      await bubbles();
      await press('thread.options');
      await press('replying.action');
      await named('button', 'thread.reply.cancel');
    },
  },
  'conversation-refused': { hash: talk, play: refused },
  'conversation-toast': {
    hash: talk,
    play: async (server) => {
      await refused(server);
      await press('thread.discard');
      await seen(() => document.querySelector('[role=status] button'));
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
  group: {
    hash: group,
    set: withGroup,
    play: async (server) => {
      await bubbles();
      const [, bob, , dmitri] = server.talks[0]?.view.members ?? [];
      const place = { type: 'event', conversation: GROUP, position: 100, at: ago(1), cursor: 'k' } as const;
      const left = { conversation: GROUP, member: dmitri?.user };
      server.socket.says({ ...place, sequence: 8, name: 'conversation.member-left.v1', data: left });
      const back = { ...left, addedBy: bob?.user, role: 'member', lastNumber: 7 };
      server.socket.says({ ...place, sequence: 9, name: 'conversation.member-added.v1', data: back });
      server.socket.says({ type: 'typing', conversation: GROUP, user: bob?.user ?? '', on: true });
      await seen(() => document.querySelector('[role=status] p'));
    },
  },
  'group-info': {
    hash: group,
    set: withGroup,
    play: async () => {
      await bubbles();
      await press('groups.info');
      await seen(() => document.querySelector('[role=dialog] li'));
    },
  },
  'group-add': {
    hash: group,
    set: withGroup,
    play: async () => {
      await bubbles();
      await press('groups.info');
      await press('groups.add');
      await seen(() => document.querySelector('[role=dialog] [role=listbox]'));
    },
  },
  'group-leave': {
    hash: group,
    set: withGroup,
    play: async () => {
      await bubbles();
      await press('groups.info');
      await press('groups.leave');
      await seen(() => document.querySelector('[role=dialog] h3'));
    },
  },
  'group-message-times': {
    hash: group,
    set: (server) => {
      withGroup(server);
      const [, ...others] = server.talks[0]?.view.members ?? [];
      server.answering('GET', /receipts$/, () => ({
        number: 7,
        receipts: others.map(({ user: member }, at) => ({
          member,
          deliveredAt: at < 3 ? ago(11 - at) : null,
          readAt: at < 2 ? ago(10 - at) : null,
        })),
      }));
    },
    play: async () => {
      await bubbles();
      (await seen(() => document.querySelector<HTMLElement>('[role=listitem] time ~ button'))).click();
      await seen(() => document.querySelector('dl dd time'));
    },
  },
  'group-new': {
    hash: '#/',
    set: withGroup,
    play: async () => {
      await inList();
      await press('groups.new');
      await type('name', 'Island trip');
      (await seen(() => document.querySelector<HTMLElement>('[role=option]'))).click();
      await seen(() => document.querySelector('[role=option][aria-selected=true]'));
    },
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
  people: { hash: '#/people', play: () => seen(() => document.querySelector('main section li')) },
  profile: { hash: '#/u/bob', play: () => seen(() => document.querySelector('main h1 ~ *, main p')) },
  invited: { hash: '#/u/bob', set: signedOut, play: () => named('h1', 'welcome.sign-in') },
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
  ...fileScenes,
  ...leadingScenes,
  ...threadScenes,
};

function unreadElsewhere({ talks }: FakeServer): void {
  const [, carol, , erin] = talks;
  if (carol) carol.view = { ...carol.view, unread: 1, readUpTo: 0, watermarks: [] };
  if (erin) erin.view = { ...erin.view };
}

async function refused(server: FakeServer): Promise<void> {
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
