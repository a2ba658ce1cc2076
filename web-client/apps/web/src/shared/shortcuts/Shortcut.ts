import type { Words } from '@/shared/words/words';

/** What can be done with the keyboard, and how the sheet of shortcuts tells it. */
export interface Shortcut {
  id: string;
  /** As `KeyboardEvent.key` has them; `Mod` is Command on a Mac and Control elsewhere. */
  keys: readonly string[];
  meaning(words: Words): string;
  /** Absent where the keys belong to the place that has the focus, which handles them itself. */
  run?(): void;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function fits({ keys }: Shortcut, event: KeyboardEvent): boolean {
  const key = keys.at(-1) ?? '';
  const [mod, alt] = [keys.includes('Mod'), keys.includes('Alt')];
  const modified = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  return event.key.toLowerCase() === key.toLowerCase() && modified === mod && event.altKey === alt && !other;
}

const SHOWN: Record<string, string> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

export function shownKey(key: string): string {
  return SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
