/** What a person is told about the connection. */
export type ConnectionStatus =
  | { state: 'connecting'; attempt: number }
  | { state: 'ready' }
  | { state: 'waiting'; attempt: number; retryAt: number }
  | { state: 'stopped' };
