import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { ThreadBelow } from './ThreadBelow';

/** A message can be answered in a thread of its own, beside the conversation. */
export const threads: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
  belowMessages: [ThreadBelow],
  head: [lazily(async () => (await import('./ThreadsButton')).ThreadsButton)],
  pages: [{ path: 'threads', load: async () => (await import('./ThreadsPage')).ThreadsPage }],
};
