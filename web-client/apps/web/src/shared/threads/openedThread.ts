import type { ThreadAbout } from '@parley/client/conversation/ChatState';
import { createStore } from 'zustand/vanilla';

export interface OpenedThread extends ThreadAbout {
  conversation: string;
}

/** The thread that is open beside its conversation. */
export const openedThread = createStore<{ opened: OpenedThread | null }>(() => ({ opened: null }));

export function openThread(opened: OpenedThread): void {
  openedThread.setState({ opened });
}

export function closeThread(): void {
  openedThread.setState({ opened: null });
}
