import { Forward } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'forward',
    icon: Forward,
    label: (words) => words('forwarding.action'),
    offered: (_, { message }) => message.content.kind === 'text',
    AllPanel: lazily(async () => (await import('./ForwardMessage')).ForwardMessages),
    Panel: lazily(async () => (await import('./ForwardMessage')).ForwardMessage),
  },
];
