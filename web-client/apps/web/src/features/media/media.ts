import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What was sent in a conversation besides words is found in a list. */
export const media: Feature = {
  conversationHead: [lazily(async () => (await import('./MediaButton')).MediaButton)],
};
