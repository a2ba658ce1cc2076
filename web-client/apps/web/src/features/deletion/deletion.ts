import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import { EyeOff, Trash2 } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** A message can be deleted for oneself, and one of one's own for everyone. */
export const deletion: Feature = {
  messageActions: [
    {
      id: 'delete',
      icon: Trash2,
      label: (words) => words('deletion.action'),
      offered: (state, { message }) =>
        message.author === state.me && !pendingAbout(state, 'delete-message', message.message),
      Panel: lazily(async () => (await import('./DeleteMessage')).DeleteMessage),
    },
    {
      id: 'hide',
      icon: EyeOff,
      label: (words) => words('deletion.for-me'),
      offered: () => true,
      run: async ({ conversation: { conversation }, message }, engine) =>
        (await import('./hideMessages')).hideMessages(engine, conversation, [message.number]),
    },
  ],
  belowMessages: [lazily(async () => (await import('./DeletionNotice')).DeletionNotice)],
};
