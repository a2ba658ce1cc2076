import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { GroupInfoButton } from './GroupInfoButton';
import { NewGroupButton } from './NewGroupButton';

/** Conversations of several people, and who is in them. */
export const groups: Feature = {
  head: [NewGroupButton],
  conversationHead: [
    GroupInfoButton,
    lazily(async () => (await import('./NewGroupWithButton')).NewGroupWithButton),
  ],
};
