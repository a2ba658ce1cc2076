import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { Title } from './Title';

/** Tells of what arrives, to those who listen to the page and to those who look at another tab. */
export const arrivals: Feature = {
  strips: [lazily(async () => (await import('./ArrivalAnnouncer')).ArrivalAnnouncer), Title],
};
