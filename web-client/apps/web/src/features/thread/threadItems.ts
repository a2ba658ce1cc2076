import type { Conversation, Message, OutboxEntry } from '@parley/client/conversation/ChatState';
import type { Content } from '@parley/client/conversation/content';
import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import type { Range } from '@parley/client/conversation/timeline';
import { type MessageItem, timelineItems } from '@parley/client/conversation/timelineItems';
import { sameDay } from '@/shared/time/format';

/** What a line of the thread shows: a recorded message, or one of one's own on its way. */
export interface ThreadItem {
  key: string;
  author: string;
  content: Content;
  at: string;
  recorded: Message | null;
  entry: OutboxEntry | null;
}

export function threadItems(
  conversation: Conversation,
  range: Range,
  outbox: readonly OutboxEntry[],
  me: string,
): ThreadItem[] {
  return timelineItems(conversation, range, outbox, me).flatMap((item): ThreadItem[] => {
    if (item.kind === 'notice') return [];
    return [item.kind === 'message' ? recordedItem(item) : { ...item, recorded: null }];
  });
}

const made = new WeakMap<MessageItem, ThreadItem>();

/** The same for an item that is the same, so that its row is not shown anew. */
function recordedItem(item: MessageItem): ThreadItem {
  const known = made.get(item);
  if (known) return known;
  const fresh = { ...item, recorded: item.message, entry: null };
  made.set(item, fresh);
  return fresh;
}

const TOGETHER_MS = 5 * 60_000;

/** Whether a message continues its author's last words: no other in between, the same day, within minutes. */
export function continues(before: ThreadItem | undefined, item: ThreadItem): boolean {
  return (
    before?.author === item.author &&
    sameDay(before.at, item.at) &&
    Math.abs(Date.parse(item.at) - Date.parse(before.at)) < TOGETHER_MS
  );
}

/** How far a message of one's own has come that is not recorded. */
export function pendingStatus({ entry }: ThreadItem): MessageStatus {
  switch (entry?.step) {
    case 'failed':
      return 'failed';
    case 'queued':
      return 'queued';
    default:
      return 'sending';
  }
}
