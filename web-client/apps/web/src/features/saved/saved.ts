import { textOf } from '@parley/client/conversation/content';
import { isWithOneself } from '@parley/client/conversation/peerOf';
import { Bookmark } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { saveMessage } from './saveMessage';

/** Messages are saved in a conversation with oneself. */
export const saved: Feature = {
  messageActions: [
    {
      id: 'save',
      icon: Bookmark,
      label: (words) => words('saved.save'),
      offered: ({ me }, { conversation, message }) =>
        textOf(message.content) !== null && !isWithOneself(conversation, me),
      run: ({ message }, engine) => void saveMessage(engine, textOf(message.content) ?? ''),
    },
  ],
};
