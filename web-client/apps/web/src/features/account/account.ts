import type { Feature } from '@/shared/feature/Feature';
import { AccountMenu } from './AccountMenu';

/** What Parley knows of this person. */
export const account: Feature = {
  head: [AccountMenu],
  pages: [{ path: 'account', load: async () => (await import('./AccountPage')).AccountPage }],
};
