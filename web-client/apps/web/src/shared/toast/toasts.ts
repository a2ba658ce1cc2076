import { createStore } from 'zustand/vanilla';
import type { Words } from '@/shared/words/words';

/** What was just done, said for a while where it is in nobody's way. */
export interface Toast {
  says(words: Words): string;
  /** Takes it back, where it can be. */
  undo?(): void;
  /** Leads on from it. */
  more?: { says(words: Words): string; run(): void };
}

interface Shown extends Toast {
  key: number;
}

export const toastStore = createStore<{ toast: Shown | null }>(() => ({ toast: null }));

let shown = 0;

/** Only the newest is shown: one before it was about something else, and is done. */
export function showToast(toast: Toast): void {
  toastStore.setState({ toast: { ...toast, key: ++shown } });
}

export function closeToast(): void {
  toastStore.setState({ toast: null });
}
