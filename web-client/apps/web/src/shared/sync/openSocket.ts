/** Opens the gateway's socket on the page's own origin. */
export function openSocket(protocols: string[]): WebSocket {
  const url = new URL('/api/socket', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(url, protocols);
}
