import { textOf } from '@parley/client/conversation/content';
import { Forward } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What a message says can be sent on to other conversations. */
export const forwarding: Feature = {
  messageActions: [
    {
      id: 'forward',
      icon: Forward,
      label: (words) => words('forwarding.action'),
      offered: (_, { message }) => textOf(message.content) !== null,
      Panel: lazily(async () => (await import('./ForwardMessage')).ForwardMessage),
    },
  ],
};
