/** What tabs of one browser tell each other; they share the refresh cookie, so they share the session. */
export type TabNews = { news: 'signed-out' } | { news: 'signed-in'; session: string } | { news: 'erased' };

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('parley-session');

export function tellTabs(news: TabNews): void {
  channel?.postMessage(news);
}

export function onTabNews(listener: (news: TabNews) => void): () => void {
  const onMessage = (event: MessageEvent<TabNews>) => listener(event.data);
  channel?.addEventListener('message', onMessage);
  return () => channel?.removeEventListener('message', onMessage);
}
