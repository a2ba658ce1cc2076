import { Flag } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'report',
    icon: Flag,
    label: (words) => words('moderation.report'),
    offered: ({ me }, { conversation, message }) =>
      conversation.kind === 'group' &&
      !conversation.closed &&
      message.author !== me &&
      message.content.kind !== 'gone',
    Panel: lazily(async () => (await import('./ReportMessage')).ReportMessage),
  },
];
