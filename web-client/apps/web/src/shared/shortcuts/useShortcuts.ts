import { useEffect } from 'react';
import type { Shortcut } from './Shortcut';
import { addShortcuts } from './shortcutStore';

/** Offers shortcuts for as long as a component is shown. The list is to be the same as long as nothing changes in it. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => addShortcuts(shortcuts), [shortcuts]);
}
