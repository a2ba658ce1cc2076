import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Members of a group report what they see to those who lead it, who deal with it. */
export const moderation: Feature = {
  conversationHead: [lazily(async () => (await import('./ReportsButton')).ReportsButton)],
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
