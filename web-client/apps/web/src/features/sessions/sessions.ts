import type { Feature } from '@/shared/feature/Feature';
import { SignInNews } from './SignInNews';

/** Where this person is signed in. */
export const sessions: Feature = {
  strips: [SignInNews],
  pages: [{ path: 'sessions', load: async () => (await import('./SessionsPage')).SessionsPage }],
};
