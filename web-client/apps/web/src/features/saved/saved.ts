import { textOf } from '@parley/client/conversation/content';
import { isWithOneself } from '@parley/client/conversation/peerOf';
import { Bookmark } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';

/** Messages are saved in a conversation with oneself. */
export const saved: Feature = {
  messageActions: [
    {
      id: 'save',
      icon: Bookmark,
      label: (words) => words('saved.save'),
      offered: ({ me }, { conversation, message }) =>
        textOf(message.content) !== null && !isWithOneself(conversation, me),
      run: async ({ message }, engine) =>
        (await import('./saveMessage')).saveMessage(engine, textOf(message.content) ?? ''),
    },
  ],
};
