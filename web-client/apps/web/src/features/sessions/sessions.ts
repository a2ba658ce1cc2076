import type { Feature } from '@/shared/feature/Feature';

/** Where this person is signed in. */
export const sessions: Feature = {
  pages: [{ path: 'sessions', load: async () => (await import('./SessionsPage')).SessionsPage }],
};
