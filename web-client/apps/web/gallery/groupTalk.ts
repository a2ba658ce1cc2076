import type { Person } from '@parley/protocol/types';
import type { FakeServer } from './FakeServer';
import { ago, ME, type Talk } from './talks';

export const GROUP = '00000000-0000-7000-8000-0000000000e1';

type Line = [who: number, minutesAgo: number, text: string];

const LINES: readonly Line[] = [
  [1, 190, 'The ferry on Saturday leaves at 8:40, not at nine.'],
  [1, 190, 'I asked twice.'],
  [2, 182, 'Then I bring breakfast.'],
  [0, 171, 'And I bring the thermos. Is anybody driving to the harbour?'],
  [3, 64, 'I can take three, from the station at eight.'],
  [2, 63, 'Two seats for us, please 🙏'],
  [0, 12, 'Perfect. See you at the station.'],
];

/** A group of Alice and those she talks to, of which she is an admin. */
function groupTalk(talks: readonly Talk[]): Talk {
  const [alice] = talks[0]?.view.members ?? [];
  const others = talks.flatMap(({ view }) => view.members.filter(({ user }) => user !== ME));
  const members = [alice, ...others].filter((each): each is Person => each !== undefined);
  const messages = LINES.map(([who, minutes, text], at) => ({
    number: at + 1,
    sequence: at + 1,
    message: `g-${at + 1}`,
    author: members[who]?.user ?? ME,
    text,
    at: ago(minutes),
  }));
  const last = messages.length;
  return {
    messages,
    view: {
      conversation: GROUP,
      kind: 'group',
      name: 'Island trip',
      members,
      roles: [
        { member: members[1]?.user ?? ME, role: 'owner' },
        { member: ME, role: 'admin' },
      ],
      lastSequence: last,
      lastNumber: last,
      lastMessage: messages.at(-1) ?? null,
      unread: 0,
      readUpTo: last,
      watermarks: members.map(({ user }, at) => ({
        member: user,
        deliveredUpTo: at < 4 ? last : last - 1,
        readUpTo: at < 3 ? last : last - 1,
      })),
      startedAt: ago(3_000),
    },
  };
}

/** Puts the group before the other conversations of a server. */
export function withGroup(server: FakeServer): Talk {
  const held = groupTalk(server.talks);
  server.talks = [held, ...server.talks];
  return held;
}
