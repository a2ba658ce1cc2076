import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** A message can be deleted for oneself, and one of one's own for everyone. */
export const deletion: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
  belowMessages: [lazily(async () => (await import('./DeletionNotice')).DeletionNotice)],
};
