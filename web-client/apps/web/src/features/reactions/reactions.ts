import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import { SmilePlus } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { Reactions } from './Reactions';

/** Messages can be reacted to with emoji. */
export const reactions: Feature = {
  messageActions: [
    {
      id: 'react',
      icon: SmilePlus,
      label: (words) => words('reactions.react'),
      offered: (state, { message }) => !pendingAbout(state, 'delete-message', message.message),
      Panel: lazily(async () => (await import('./ReactionPicker')).ReactionPicker),
    },
  ],
  belowMessages: [Reactions],
};
