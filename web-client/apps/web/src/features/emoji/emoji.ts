import { Smile } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Emoji are chosen from a panel beside the composer, or typed by their names between colons, such as :tada:, and completed meanwhile. */
export const emoji: Feature = {
  composerActions: [
    {
      id: 'emoji',
      icon: Smile,
      label: (words) => words('emoji.insert'),
      Panel: lazily(async () => (await import('./EmojiInserter')).EmojiInserter),
    },
  ],
  completions: [
    {
      begins: /(?<=^|[\s(]):([a-z0-9_+-]{2,30}):?$/i,
      find: async (sought) => (await import('./emojiNamed')).emojiNamed(sought),
    },
  ],
};
