import type { Feature } from '@/shared/feature/Feature';
import { ShortcutKeys } from './ShortcutKeys';

/** Listens to the keyboard, and tells what it can do. */
export const shortcuts: Feature = { strips: [ShortcutKeys] };
