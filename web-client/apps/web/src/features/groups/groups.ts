import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { NewGroupButton } from './NewGroupButton';

/** Conversations of several people, and who is in them. */
export const groups: Feature = {
  head: [NewGroupButton],
  conversationHead: [lazily(async () => (await import('./GroupInfoButton')).GroupInfoButton)],
};
