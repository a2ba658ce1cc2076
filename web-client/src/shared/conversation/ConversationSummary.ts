import type { Person, Presence, Preview, Watermark } from './ChatState';

/** A conversation as the query side answers it. Members whose account was deleted come without names and presence. */
export interface ConversationSummary {
  conversation: string;
  kind: string;
  /** What a group is called; a conversation of two has no name. */
  name?: string;
  members: readonly ((Person & Presence & { erased?: false }) | { user: string; erased: true })[];
  lastSequence: number;
  lastNumber: number;
  lastMessage: Preview | null;
  unread: number;
  readUpTo: number;
  watermarks: readonly ({ member: string } & Watermark)[];
  startedAt: string;
}
