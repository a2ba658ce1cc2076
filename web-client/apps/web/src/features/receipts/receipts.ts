import { CheckCheck } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** When a message of one's own was sent, delivered and read. */
export const receipts: Feature = {
  messageActions: [
    {
      id: 'times',
      icon: CheckCheck,
      label: (words) => words('receipts.times'),
      offered: (state, { message }) => message.author === state.me,
      Panel: lazily(async () => (await import('./TimesPanel')).TimesPanel),
    },
  ],
};
