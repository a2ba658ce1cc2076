import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** A message can be deleted for oneself, and for everyone if it is one's own, or in a group that one leads. */
export const deletion: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
  belowMessages: [lazily(async () => (await import('./DeletionNotice')).DeletionNotice)],
};
