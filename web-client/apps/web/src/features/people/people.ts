import { User } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { showPerson } from '@/shared/person/shownPerson';
import { ShownPerson } from './ShownPerson';

/** Who the others are. */
export const people: Feature = {
  strips: [ShownPerson],
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
