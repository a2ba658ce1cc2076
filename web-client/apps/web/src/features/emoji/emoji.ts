import type { Feature } from '@/shared/feature/Feature';

/** Emoji are typed by their names between colons, such as :tada:, and completed meanwhile. */
export const emoji: Feature = {
  completions: [
    {
      begins: /(?<=^|[\s(]):([a-z0-9_+-]{2,30}):?$/i,
      find: async (sought) => (await import('./emojiNamed')).emojiNamed(sought),
    },
  ],
};
