import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { AccountMenu } from './AccountMenu';

/** What Parley knows of this person. */
export const account: Feature = {
  head: [AccountMenu],
  firstSteps: [lazily(async () => (await import('./FirstPicture')).FirstPicture)],
  pages: [{ path: 'account', load: async () => (await import('./AccountPage')).AccountPage }],
};
