import { createStore } from 'zustand/vanilla';
import type { Shortcut } from './Shortcut';

/** The shortcuts of what is shown at this moment. */
export const shortcutStore = createStore<{ shortcuts: readonly Shortcut[] }>(() => ({ shortcuts: [] }));

export function addShortcuts(added: readonly Shortcut[]): () => void {
  shortcutStore.setState(({ shortcuts }) => ({ shortcuts: [...shortcuts, ...added] }));
  return () =>
    shortcutStore.setState(({ shortcuts }) => ({
      shortcuts: shortcuts.filter((each) => !added.includes(each)),
    }));
}
