import type { ClientFrame, ServerFrame } from '@parley/protocol/types';

/** Frames that are answered by an `ack` or an `error`. */
export type RequestFrame = Extract<ClientFrame, { type: 'send' | 'received' | 'read' }>;

/** Frames that nobody answers. */
export type SignalFrame = Extract<
  ClientFrame,
  { type: 'focus' | 'typing' | 'watch' | 'call.signal' | `sfu.${string}` }
>;

export type AckFrame = Extract<ServerFrame, { type: 'ack' }>;
