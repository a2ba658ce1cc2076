/** What of a WebSocket is used. */
export interface GatewaySocket {
  readonly readyState: number;
  addEventListener(type: 'message', listener: (message: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (close: { readonly code: number }) => void): void;
  send(data: string): void;
  close(code?: number): void;
}
