import { CheckCheck } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'times',
    icon: CheckCheck,
    label: (words) => words('receipts.times'),
    offered: (state, { message }) => message.author === state.me,
    Panel: lazily(async () => (await import('./TimesPanel')).TimesPanel),
  },
];
