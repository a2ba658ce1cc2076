import type { TabChannel, TabMessage, Tabs } from '@parley/client/sync/Tabs';

/**
 * The tabs of a browser, which agree by a Web Lock who leads. Web Locks exist in secure contexts only (HTTPS and localhost); elsewhere every
 * tab is on its own.
 */
export function browserTabs(): Tabs | null {
  return globalThis.navigator?.locks && typeof BroadcastChannel !== 'undefined' ? { lead, open } : null;
}

function lead(name: string, led: () => void): () => void {
  const leaving = new AbortController();
  const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
  const holding = () => {
    led();
    return left;
  };
  // Leaving before it was this tab's turn ends the wait.
  navigator.locks.request(name, { signal: leaving.signal }, holding).catch(() => {});
  return () => leaving.abort();
}

function open(name: string): TabChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => listener(data)),
    close: () => channel.close(),
  };
}
