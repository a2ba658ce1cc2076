import type { Feature } from '@/shared/feature/Feature';

/** A message can answer another one of its conversation. */
export const replying: Feature = {
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
