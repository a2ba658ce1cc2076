import { moderates } from '@parley/client/conversation/actingOnMembers';
import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import { EyeOff, Trash2 } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** A message can be deleted for oneself, and for everyone if it is one's own, or in a group that one leads. */
export const deletion: Feature = {
  messageActions: [
    {
      id: 'delete',
      icon: Trash2,
      label: (words) => words('deletion.action'),
      offered: (state, { conversation, message }) =>
        (message.author === state.me ||
          (message.content.kind !== 'gone' && moderates(conversation, state.me, message.author))) &&
        !pendingAbout(state, 'delete-message', message.message),
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
