/** The frames of `parley.v1` (docs/protocol.md). Positions and cursors are opaque here and only sent back. */
export type Position = number | string;

/** What happened in a conversation; one whose name is not known here counts in the sequence all the same. */
export interface EventFrame {
  type: 'event';
  conversation: string;
  sequence: number;
  position: Position;
  at: string;
  name: string;
  data: Record<string, unknown>;
  cursor?: string;
}

/** What happened elsewhere, as in one's own account; nothing here knows any of these yet. */
export interface ElsewhereFrame {
  type: 'event';
  stream: string;
  sequence: number;
  position: Position;
  at: string;
  name: string;
  data: Record<string, unknown>;
  cursor?: string;
}

export interface DirectStarted {
  conversation: string;
  members: string[];
  startedBy: string;
}

/** Someone was added to a group, left it or was removed. */
export interface MemberChanged {
  conversation: string;
  member: string;
}

export interface MessageSent {
  conversation: string;
  number: number;
  author: string;
  message: string;
  content: { text: string } | null;
}

export interface MessageDeleted {
  conversation: string;
  number: number;
  /** The sequence of the message that was deleted. */
  target: number;
  message: string;
  author: string;
}

export interface ReceiptFrame {
  type: 'receipt';
  conversation: string;
  member: string;
  kind: 'delivered' | 'read';
  upTo: number;
  at: string;
  position?: Position;
  cursor?: string;
}

/** Someone this person shares a conversation with deleted their account. */
export interface ErasedFrame {
  type: 'erased';
  account: string;
  at: string;
  position?: Position;
  cursor?: string;
}

export interface PresenceFrame {
  type: 'presence';
  user: string;
  online: boolean;
  lastSeen: string | null;
}

export interface TypingFrame {
  type: 'typing';
  conversation: string;
  user: string;
  on: boolean;
}

export interface AckFrame {
  type: 'ack';
  ref: string;
  position: Position;
  conversation?: string;
  message?: string;
  sequence?: number;
  number?: number;
  at?: string;
  /** Of a message: its text is forgotten by now, so the server cannot tell whether it was the one sent again. */
  gone?: boolean;
  /** The conversations of a watermark frame in which it was refused. */
  refused?: { conversation: string; code: string; message: string; retryable: boolean }[];
}

export interface ErrorFrame {
  type: 'error';
  ref: string | null;
  code: string;
  /** The field of the frame that is to blame, null where none is. */
  field: string | null;
  message: string;
  retryable: boolean;
  retryAfterMs: number | null;
}

export interface HelloFrame {
  type: 'hello';
  session: string;
  user: string;
  heartbeatMs: number;
  maxTextLength: number;
}

export interface ReadyFrame {
  type: 'ready';
  cursor: string;
  position?: Position;
  reset: boolean;
}

export interface PongFrame {
  type: 'pong';
  ref?: string;
  cursor?: string;
}

export type ServerFrame =
  | HelloFrame
  | ReadyFrame
  | AckFrame
  | EventFrame
  | ElsewhereFrame
  | ReceiptFrame
  | ErasedFrame
  | PresenceFrame
  | TypingFrame
  | PongFrame
  | ErrorFrame;

/** Frames that are answered by an `ack` or an `error`. */
export type RequestFrame =
  | { type: 'send'; conversation: string; message: string; text: string }
  /** Message numbers by conversation, of 100 conversations at most. */
  | { type: 'received' | 'read'; upTo: Record<string, number> };

export type ClientFrame =
  | (RequestFrame & { id: string })
  | { type: 'resume'; id: string; cursor?: string }
  | { type: 'focus'; conversation: string | null }
  | { type: 'watch'; users: string[] | null }
  | { type: 'typing'; conversation: string; on: boolean }
  | { type: 'ping' };
