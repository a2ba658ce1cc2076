import { Flag } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Members of a group report what they see to those who lead it, who deal with it. */
export const moderation: Feature = {
  conversationHead: [lazily(async () => (await import('./ReportsButton')).ReportsButton)],
  messageActions: [
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
  ],
};
