import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** A message of one's own can be given another text; everyone who sees it can look at the texts it had. */
export const editing: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
  belowMessages: [lazily(async () => (await import('./EditNotice')).EditNotice)],
};
