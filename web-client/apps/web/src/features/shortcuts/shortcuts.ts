import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Listens to the keyboard, and tells what it can do. */
export const shortcuts: Feature = {
  strips: [lazily(async () => (await import('./ShortcutKeys')).ShortcutKeys)],
};
