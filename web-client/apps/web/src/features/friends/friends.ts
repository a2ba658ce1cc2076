import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { PeopleButton } from './PeopleButton';

/** Who is whose friend, and who asks. */
export const friends: Feature = {
  head: [PeopleButton],
  pages: [{ path: 'people', load: async () => (await import('./PeoplePage')).PeoplePage }],
  personActions: [lazily(async () => (await import('./FriendPerson')).FriendPerson)],
};
