import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What arrives is told while a tab is open, by one of them; muted conversations are not told of. */
export const news: Feature = {
  strips: [lazily(async () => (await import('./News')).News)],
  accountParts: [lazily(async () => (await import('./NewsSettings')).NewsSettings)],
};
