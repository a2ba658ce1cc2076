import type { ConversationView, MessageView, Person } from '@parley/protocol/types';

export interface Talk {
  view: ConversationView;
  /** Oldest first. */
  messages: MessageView[];
}

export const ME = '00000000-0000-7000-8000-00000000000a';
export const TALK = '00000000-0000-7000-8000-0000000000c1';
const BOB = '00000000-0000-7000-8000-00000000000b';

type Line = [who: 'me' | 'them', minutesAgo: number, text: string];

const DAY = 24 * 60;

const bobs: Record<'en' | 'ar', Line[]> = {
  en: [
    ['them', DAY + 420, 'Did the harbour people ever answer about the mooring?'],
    ['me', DAY + 417, 'They did. Berth 14, from the first of the month.'],
    ['me', DAY + 417, 'Shore power included, which I did not expect at *that* price.'],
    ['them', DAY + 411, 'Then we should take it before they notice.'],
    ['me', 32, 'Signed. I will bring the papers on Saturday.'],
    ['them', 30, 'Perfect.'],
    [
      'them',
      29,
      'Could you also bring the long ladder? The one with the missing rung is not something I want to climb again 🙃',
    ],
    ['them', 29, 'And the tide table: https://tides.example.org/harbour/berth-14'],
    ['me', 22, 'Of course. Ladder, papers, `tides.pdf` and the good thermos.'],
    ['them', 21, '🎉'],
    ['me', 4, 'See you at nine.'],
    ['me', 3, 'Or half past, if it rains.'],
  ],
  ar: [
    ['them', DAY + 420, 'هل ردّت إدارة الميناء بشأن المرسى؟'],
    ['me', DAY + 417, 'نعم. الرصيف 14، ابتداءً من أول الشهر.'],
    ['me', DAY + 417, 'والكهرباء مشمولة، ولم أتوقع ذلك بـ*هذا* السعر.'],
    ['them', DAY + 411, 'إذن لنأخذه قبل أن ينتبهوا.'],
    ['me', 32, 'وقّعت العقد. سأحضر الأوراق يوم السبت.'],
    ['them', 30, 'ممتاز.'],
    ['them', 29, 'هل يمكنك إحضار السلّم الطويل أيضًا؟ السلّم الذي تنقصه درجة لا أريد صعوده مرة أخرى 🙃'],
    ['them', 29, 'وجدول المدّ: https://tides.example.org/harbour/berth-14'],
    ['me', 22, 'بالطبع. السلّم والأوراق و`tides.pdf` والترمس الجيد.'],
    ['them', 21, '🎉'],
    ['me', 4, 'See you at nine, أراك في التاسعة.'],
    ['me', 3, 'أو التاسعة والنصف إن أمطرت.'],
  ],
};

const names = {
  en: ['Alice Archer', 'Bob Brown', 'Carol', 'Dmitri', 'Erin of the very long name that goes on'],
  ar: ['أليس', 'Bob Brown', 'كارول', 'Dmitri', 'إيرين ذات الاسم الطويل جدًا الذي لا ينتهي أبدًا'],
} as const;

const others: Record<'en' | 'ar', Line[][]> = {
  en: [
    [['them', 48, 'Can we meet at ten instead?']],
    [['them', 3 * DAY, 'ok']],
    [['me', 19 * DAY, 'Thank you for yesterday, it was a lovely evening.']],
  ],
  ar: [
    [['them', 48, 'هل يمكننا اللقاء في العاشرة بدلًا من ذلك؟']],
    [['them', 3 * DAY, 'ok']],
    [['me', 19 * DAY, 'شكرًا على أمسية الأمس، كانت جميلة.']],
  ],
};

/** Alice's conversations, in a language that is written from left to right, or in one that is not. */
export function talks(language: 'en' | 'ar'): Talk[] {
  const [alice, ...rest] = names[language].map((displayName, index) => person(index, displayName));
  return [bobs[language], ...others[language]].map((lines, index) => {
    const peer = rest[index];
    if (!alice || !peer) throw new Error('Everybody needs a name.');
    return talk(index, alice, peer, lines);
  });
}

function person(index: number, displayName: string): Person {
  const user = index === 0 ? ME : index === 1 ? BOB : `00000000-0000-7000-8000-0000000000${index}f`;
  const username = ['alice', 'bob', 'carol', 'dmitri', 'erin'][index] ?? '';
  return { user, username, displayName, online: index === 2, lastSeen: ago(index * 7 + 3) };
}

/** A conversation of two; of one's own messages the last is sent, the one before delivered, the others read. */
export function talk(index: number, me: Person, peer: Person, lines: readonly Line[]): Talk {
  const messages = lines.map(([who, minutes, text], at) => ({
    number: at + 1,
    sequence: at + 1,
    message: `m${index}-${at + 1}`,
    author: who === 'me' ? me.user : peer.user,
    text,
    at: ago(minutes),
  }));
  const last = messages.length;
  const reached = lines.at(-1)?.[0] === 'me' ? Math.max(0, last - 1) : last;
  return {
    messages,
    view: {
      conversation: index === 0 ? TALK : `00000000-0000-7000-8000-0000000000d${index}`,
      kind: 'direct',
      members: [me, peer],
      lastSequence: last,
      lastNumber: last,
      lastMessage: messages.at(-1) ?? null,
      unread: 0,
      readUpTo: last,
      watermarks: [
        { member: me.user, deliveredUpTo: last, readUpTo: last },
        { member: peer.user, deliveredUpTo: reached, readUpTo: Math.max(0, reached - 1) },
      ],
      startedAt: ago(40 * DAY),
    },
  };
}

export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}
