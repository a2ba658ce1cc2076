import { isWithOneself } from '@parley/client/conversation/peerOf';
import { Bookmark } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'save',
    icon: Bookmark,
    label: (words) => words('saved.save'),
    offered: ({ me }, { conversation, message }) =>
      message.content.kind === 'text' && !isWithOneself(conversation, me),
    run: async ({ conversation, message }, engine) =>
      (await import('./saveMessage')).saveMessages(engine, { conversation, messages: [message] }),
    runAll: async (at, engine) => (await import('./saveMessage')).saveMessages(engine, at),
  },
];
