import type { Feature } from '@/shared/feature/Feature';

/** Messages are saved in a conversation with oneself. */
export const saved: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
