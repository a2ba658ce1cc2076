import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { ShownPerson } from './ShownPerson';

/** Who the others are. */
export const people: Feature = {
  strips: [ShownPerson],
  pages: [{ path: 'u', load: async () => (await import('./ProfilePage')).ProfilePage }],
  accountParts: [lazily(async () => (await import('./InviteCard')).InviteCard)],
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
