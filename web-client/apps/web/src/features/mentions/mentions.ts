import type { Feature } from '@/shared/feature/Feature';

/** Members are mentioned by an at sign and their username, which is completed while it is typed. */
export const mentions: Feature = {
  completions: [
    {
      begins: /(?<=^|[\s(])@([\p{L}\p{N}_.]{0,20})$/u,
      find: async (...sought) => (await import('./membersNamed')).membersNamed(...sought),
    },
  ],
};
