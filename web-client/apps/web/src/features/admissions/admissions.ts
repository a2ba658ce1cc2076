import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Coming into a group where one side has still to agree: invitations, and requests to join. */
export const admissions: Feature = {
  head: [lazily(async () => (await import('./InvitationsButton')).InvitationsButton)],
  conversationHead: [lazily(async () => (await import('./ApplicantsButton')).ApplicantsButton)],
};
