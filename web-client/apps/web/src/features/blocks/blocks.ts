import type { Feature } from '@/shared/feature/Feature';
import { BlockedPeople } from './BlockedPeople';
import { BlockPerson } from './BlockPerson';

/** Whom this person wants nothing from. */
export const blocks: Feature = {
  personActions: [BlockPerson],
  accountParts: [BlockedPeople],
};
