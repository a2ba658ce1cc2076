import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Conversations of several people, and who is in them. */
export const groups: Feature = {
  head: [lazily(async () => (await import('./NewGroupButton')).NewGroupButton)],
  conversationHead: [
    lazily(async () => (await import('./GroupInfoButton')).GroupInfoButton),
    lazily(async () => (await import('./NewGroupWithButton')).NewGroupWithButton),
  ],
};
