import type { Attachment, MessageView } from '@parley/protocol/types';
import type { FakeServer } from './FakeServer';
import type { Scene } from './Scene';
import { named, press, seen } from './steps';
import { ago, ME, TALK } from './talks';

const talk = `#/c/${TALK}`;

/** A gradient, as an address that answers by itself. */
function painted(hue: number, width: number, height: number): string {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot paint.');
  const sky = pen.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, `hsl(${hue} 60% 75%)`);
  sky.addColorStop(0.6, `hsl(${hue + 40} 55% 60%)`);
  sky.addColorStop(1, `hsl(${hue + 90} 40% 35%)`);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  return canvas.toDataURL('image/jpeg', 0.7);
}

const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`;

const file = (
  n: number,
  kind: number,
  name: string,
  type: string,
  more: Partial<Attachment> = {},
): Attachment => ({
  id: id(n),
  kind,
  name,
  type,
  size: n * 84_000,
  sha256: 'ab',
  ...more,
});

const image = (n: number, width = 1280, height = 960) =>
  file(n, 1, `harbour-${n}.jpg`, 'image/jpeg', { width, height, variants: ['p320', 'p1280'] });

const waveform = Array.from({ length: 64 }, (_, at) =>
  Math.round(15 + 14 * Math.sin(at / 3) * Math.cos(at / 11)),
);

/** Who sent what, oldest first. */
const SENT: readonly { mine: boolean; text: string; more: Partial<MessageView> }[] = [
  {
    mine: false,
    text: 'The mooring, from all sides.',
    more: { attachments: [image(11), image(12), image(13), image(14)] },
  },
  { mine: true, text: '', more: { attachments: [image(15, 960, 1280)] } },
  {
    mine: false,
    text: '',
    more: {
      attachments: [
        file(16, 4, 'tide table 2026.pdf', 'application/pdf'),
        file(17, 4, 'papers.zip', 'application/zip'),
      ],
    },
  },
  {
    mine: false,
    text: 'https://tides.example.org/harbour/berth-14',
    more: {
      link: {
        url: 'https://tides.example.org/harbour/berth-14',
        title: 'Berth 14: tides, depth and shore power',
        description:
          'Times of high and low water for the coming week, and what the harbour asks of those who moor here.',
      },
    },
  },
  {
    mine: false,
    text: '',
    more: { attachments: [file(18, 3, 'voice.webm', 'audio/webm', { durationMs: 14_000, waveform })] },
  },
  {
    mine: true,
    text: '',
    more: { attachments: [file(19, 3, 'voice.webm', 'audio/webm', { durationMs: 6_000, waveform })] },
  },
];

function withFiles(server: FakeServer): void {
  const [first] = server.talks;
  if (!first) return;
  const them = first.view.members.find(({ user }) => user !== ME)?.user ?? '';
  const messages = SENT.map(({ mine, text, more }, at): MessageView => {
    const number = at + 1;
    const author = mine ? ME : them;
    return {
      number,
      sequence: number,
      message: `file-${number}`,
      author,
      text,
      at: ago(40 - at * 6),
      ...more,
    };
  });
  const last = messages.length;
  const watermarks = first.view.watermarks.map((each) => ({ ...each, deliveredUpTo: last, readUpTo: last }));
  first.messages = messages;
  first.view = { ...first.view, lastNumber: last, lastSequence: last, readUpTo: last, watermarks };
  first.view.lastMessage = messages.at(-1) ?? null;
  server.answering('POST', /attachments\/urls$/, (_, __, body) => ({
    files: isAsking(body) ? body.files.map(addressOf) : [],
  }));
  server.answering('GET', /media$/, (_, query) => {
    const kinds: readonly number[] =
      query.get('kind') === 'images' ? [1, 2] : query.get('kind') === 'files' ? [3, 4] : [];
    const found = (each: MessageView) =>
      kinds.length > 0 ? each.attachments?.some(({ kind }) => kinds.includes(kind)) : each.link !== undefined;
    return { items: messages.filter(found).reverse(), next: null };
  });
}

interface Wanted {
  attachment: string;
  variant: string;
}

function isAsking(body: unknown): body is { files: readonly Wanted[] } {
  return typeof body === 'object' && body !== null && 'files' in body;
}

function addressOf({ attachment, variant }: Wanted) {
  const n = Number(attachment.slice(-2));
  return {
    attachment,
    variant,
    url: painted(n * 37, n === 15 ? 240 : 320, n === 15 ? 320 : 240),
    until: ago(-60),
  };
}

const pictures = () =>
  seen(() => (document.querySelectorAll('[role=listitem] img').length > 0 ? document.body : null));

/** What is sent besides words. */
export const fileScenes: Record<string, Scene> = {
  'conversation-files': { hash: talk, set: withFiles, play: pictures },
  'conversation-album': { hash: `${talk}/m/1`, set: withFiles, play: pictures },
  viewer: {
    hash: `${talk}/m/1`,
    set: withFiles,
    play: async () => {
      await pictures();
      (await seen(() => document.querySelector<HTMLElement>('[role=listitem] button:has(img)'))).click();
      await seen(() => document.querySelector('[role=dialog] img'));
    },
  },
  'media-list': {
    hash: talk,
    set: withFiles,
    play: async () => {
      await pictures();
      await press('conversations.options');
      await press('media.open');
      await named('h2', 'media.title');
      await seen(() => document.querySelector('[role=dialog] img'));
    },
  },
};
