import type { Feature } from '@/shared/feature/Feature';
import { GroupInfoButton } from './GroupInfoButton';
import { NewGroupButton } from './NewGroupButton';
import { NewGroupWithButton } from './NewGroupWithButton';

/** Conversations of several people, and who is in them. */
export const groups: Feature = {
  head: [NewGroupButton],
  conversationHead: [GroupInfoButton, NewGroupWithButton],
};
