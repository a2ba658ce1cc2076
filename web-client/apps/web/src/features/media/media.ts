import { Link } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What was sent in a conversation besides words is found in a list. */
export const media: Feature = {
  conversationMenu: [
    {
      id: 'media',
      icon: Link,
      label: (words) => words('media.open'),
      offered: ({ lastNumber }) => lastNumber > 0,
      Panel: lazily(async () => (await import('./MediaList')).MediaList),
    },
  ],
};
