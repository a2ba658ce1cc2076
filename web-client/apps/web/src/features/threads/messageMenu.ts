import { MessagesSquare } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { aboutOf } from '@/shared/threads/aboutOf';
import { openedThread, openThread } from '@/shared/threads/openedThread';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'thread',
    icon: MessagesSquare,
    label: (words) => words('threads.action'),
    offered: (_, { conversation, message }) => {
      const { opened } = openedThread.getState();
      const { root } = aboutOf(message);
      return opened?.conversation !== conversation.conversation || opened.root.number !== root.number;
    },
    run: ({ conversation: { conversation }, message }) => openThread({ conversation, ...aboutOf(message) }),
  },
];
