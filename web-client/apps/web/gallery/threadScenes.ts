import type { FollowedThread, MessageView, OwnThreadView } from '@parley/protocol/types';
import type { FakeServer } from './FakeServer';
import { GROUP, withGroup } from './groupTalk';
import type { Scene } from './Scene';
import { named, seen } from './steps';
import { ago, ME } from './talks';

const ROOT = 3;

/** In the group three people answer one message in a thread, the last two of them since Alice looked. */
function withThread(server: FakeServer): void {
  const held = withGroup(server);
  const root = held.messages[ROOT - 1];
  const [, bob, carol] = held.view.members;
  if (!root || !bob || !carol) return;
  const author = root.author;
  const reply = (number: number, who: string, minutes: number, text: string): MessageView => ({
    number: -number,
    sequence: 10 + number,
    message: `reply-${number}`,
    author: who,
    text,
    at: ago(minutes),
    thread: { root: { number: ROOT, sequence: ROOT }, author, number },
  });
  const replies = [
    reply(1, ME, 150, 'Bread rolls or porridge?'),
    reply(2, author, 148, 'Rolls. Porridge does not survive the ferry.'),
    reply(3, carol.user, 61, 'Then I bring the marmalade, and the *good* butter.'),
    reply(4, bob.user, 9, 'Count me in for four.'),
  ];
  const authors = [bob.user, carol.user, author, ME];
  root.replies = { count: replies.length, gone: [], last: replies.length, at: ago(9), authors };
  const unread = replies
    .slice(2)
    .map((each, at) => ({ number: at + 3, message: each.number, author: each.author }));
  const own: OwnThreadView = { following: true, readUpTo: 2, since: 1, unread, asOf: 1 };
  server.answering('GET', /\/threads\/\d+$/, () => ({
    root,
    own,
    items: [...replies].reverse(),
    next: null,
  }));
  const followed: FollowedThread[] = [{ conversation: GROUP, root, own }];
  server.answering('GET', /api\/threads$/, () => ({ items: followed }));
}

/** Answers beside a conversation. */
export const threadScenes: Record<string, Scene> = {
  thread: {
    hash: `#/c/${GROUP}`,
    set: withThread,
    play: async () => {
      (await seen(() => document.querySelector<HTMLElement>('button:has(> time)'))).click();
      await named('h2', 'threads.title');
      await seen(() => document.querySelector('[role=list] [role=listitem] ~ [role=listitem]'));
    },
  },
  'threads-page': {
    hash: '#/threads',
    set: withThread,
    play: () => seen(() => document.querySelector('main li')),
  },
};
