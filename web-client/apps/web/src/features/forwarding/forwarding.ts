import type { Feature } from '@/shared/feature/Feature';

/** What a message says can be sent on to other conversations. */
export const forwarding: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
