import { User } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { showPerson } from '@/shared/person/shownPerson';
import { ShownPerson } from './ShownPerson';

/** Who the others are. */
export const people: Feature = {
  strips: [ShownPerson],
  pages: [{ path: 'u', load: async () => (await import('./ProfilePage')).ProfilePage }],
  accountParts: [lazily(async () => (await import('./InviteCard')).InviteCard)],
  messageActions: [
    {
      id: 'author',
      icon: User,
      label: (words) => words('people.author'),
      offered: ({ me, people: known }, { message: { author } }) =>
        author !== me && known[author]?.erased !== true,
      run: ({ message: { author } }) => showPerson(author),
    },
  ],
};
