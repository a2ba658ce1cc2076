import { mayDelete } from '@parley/client/conversation/deleteMessage';
import { EyeOff, Trash2 } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'delete',
    icon: Trash2,
    label: (words) => words('deletion.action'),
    offered: (state, { conversation, message }) => mayDelete(state, conversation, message),
    AllPanel: lazily(async () => (await import('./DeleteMessage')).DeleteMessages),
    Panel: lazily(async () => (await import('./DeleteMessage')).DeleteMessage),
  },
  {
    id: 'hide',
    icon: EyeOff,
    label: (words) => words('deletion.for-me'),
    offered: () => true,
    run: async ({ conversation: { conversation }, message }, engine) =>
      (await import('./hideMessages')).hideMessages(engine, conversation, [message.number]),
    runAll: async ({ conversation: { conversation }, messages }, engine) =>
      (await import('./hideMessages')).hideMessages(
        engine,
        conversation,
        messages.map(({ number }) => number),
      ),
  },
];
