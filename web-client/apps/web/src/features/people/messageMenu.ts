import { User } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { showPerson } from '@/shared/person/shownPerson';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'author',
    icon: User,
    label: (words) => words('people.author'),
    offered: ({ me, people: known }, { message: { author } }) =>
      author !== me && known[author]?.erased !== true,
    run: ({ message: { author } }) => showPerson(author),
  },
];
