import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Pages that messages link to are shown with them; who does not want that says so. */
export const links: Feature = {
  accountParts: [lazily(async () => (await import('./LinkSettings')).LinkSettings)],
};
