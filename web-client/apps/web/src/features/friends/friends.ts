import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Who is whose friend, and who asks. */
export const friends: Feature = {
  head: [lazily(async () => (await import('./PeopleButton')).PeopleButton)],
  pages: [{ path: 'people', load: async () => (await import('./PeoplePage')).PeoplePage }],
  personActions: [lazily(async () => (await import('./FriendPerson')).FriendPerson)],
};
