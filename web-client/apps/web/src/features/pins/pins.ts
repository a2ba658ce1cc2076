import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What matters in a conversation is pinned, and found in a list. */
export const pins: Feature = {
  conversationHead: [lazily(async () => (await import('./PinsButton')).PinsButton)],
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
