import { textOf } from '@parley/client/conversation/content';
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
      textOf(message.content) !== null && !isWithOneself(conversation, me),
    run: async ({ message }, engine) =>
      (await import('./saveMessage')).saveMessages(engine, [textOf(message.content) ?? '']),
    runAll: async ({ messages }, engine) =>
      (await import('./saveMessage')).saveMessages(
        engine,
        messages.flatMap(({ content }) => textOf(content) ?? []),
      ),
  },
];
