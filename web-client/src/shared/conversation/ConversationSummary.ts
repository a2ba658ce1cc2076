import type { Person, Presence, Preview, Watermark } from './ChatState';

/** A conversation as the query side answers it. */
export interface ConversationSummary {
  conversation: string;
  kind: string;
  members: readonly (Person & Presence)[];
  lastSequence: number;
  lastNumber: number;
  lastMessage: Preview | null;
  unread: number;
  readUpTo: number;
  watermarks: readonly ({ member: string } & Watermark)[];
  startedAt: string;
}
