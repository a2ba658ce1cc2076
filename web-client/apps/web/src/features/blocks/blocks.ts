import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Whom this person wants nothing from. */
export const blocks: Feature = {
  personActions: [lazily(async () => (await import('./BlockPerson')).BlockPerson)],
  accountParts: [lazily(async () => (await import('./BlockedPeople')).BlockedPeople)],
};
