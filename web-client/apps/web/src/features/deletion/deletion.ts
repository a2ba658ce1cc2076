import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import { Trash2 } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** A message of one's own can be deleted for everyone. */
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
  ],
  belowMessages: [lazily(async () => (await import('./DeletionNotice')).DeletionNotice)],
};
