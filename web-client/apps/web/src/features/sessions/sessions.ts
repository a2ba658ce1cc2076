import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Where this person is signed in. */
export const sessions: Feature = {
  strips: [lazily(async () => (await import('./SignInNews')).SignInNews)],
  pages: [{ path: 'sessions', load: async () => (await import('./SessionsPage')).SessionsPage }],
};
