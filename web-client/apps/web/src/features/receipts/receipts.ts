import type { Feature } from '@/shared/feature/Feature';

/** When a message of one's own was sent, delivered and read. */
export const receipts: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
