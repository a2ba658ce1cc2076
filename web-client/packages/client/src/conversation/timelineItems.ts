import type { Conversation, Message, Notice, OutboxEntry } from './ChatState';
import type { Content } from './content';
import { isHidden } from './hidden';
import type { Range } from './timeline';

interface Words {
  /** The same from writing a message to its last change: what an item is found again by. */
  key: string;
  author: string;
  at: string;
  content: Content;
}

export interface MessageItem extends Words {
  kind: 'message';
  message: Message;
}

/** A message of one's own on its way. */
export interface PendingItem extends Words {
  kind: 'pending';
  entry: OutboxEntry;
}

/** Something that happened and that nobody wrote. */
export interface NoticeItem {
  kind: 'notice';
  key: string;
  at: string;
  notice: Notice;
}

export type TimelineItem = MessageItem | PendingItem | NoticeItem;

const made = new WeakMap<Message, MessageItem>();

/**
 * What a range shows, in order. Behind the newest message come the messages of one's own that are on their way; one that failed keeps
 * the place it failed at. A message that has not changed is the same item as before.
 */
export function timelineItems(
  held: Conversation,
  range: Range,
  outbox: readonly OutboxEntry[],
  me: string,
): readonly TimelineItem[] {
  const { conversation, lastNumber, notices, hidden } = held;
  const shown = hidden ? range.messages.filter(({ number }) => !isHidden(held, number)) : range.messages;
  const items: TimelineItem[] = shown.map(messageItem);
  const within = (after: number) => after >= range.from - 1 && after <= range.to;
  for (const notice of notices) if (within(notice.after)) insert(items, notice.after, noticeItem(notice));
  const own = outbox.filter(
    (entry) => entry.conversation === conversation && (!entry.thread || entry.alsoInConversation),
  );
  for (const entry of own)
    if (entry.failedAfter !== null && within(entry.failedAfter))
      insert(items, entry.failedAfter, pendingItem(entry, me));
  if (range.to >= lastNumber)
    items.push(...own.filter((entry) => entry.failedAfter === null).map((entry) => pendingItem(entry, me)));
  return items;
}

/** Puts an item behind the message of a number and what is behind that already. */
function insert(items: TimelineItem[], after: number, item: TimelineItem): void {
  const next = items.findIndex((each) => each.kind === 'message' && each.message.number > after);
  items.splice(next < 0 ? items.length : next, 0, item);
}

function messageItem(message: Message): MessageItem {
  const known = made.get(message);
  if (known) return known;
  const { author, at, content } = message;
  const item: MessageItem = {
    kind: 'message',
    key: keyOf(author, message.message),
    author,
    at,
    content,
    message,
  };
  made.set(message, item);
  return item;
}

function pendingItem(entry: OutboxEntry, me: string): PendingItem {
  const { message, at, content } = entry;
  return { kind: 'pending', key: keyOf(me, message), author: me, at, content, entry };
}

function noticeItem(notice: Notice): NoticeItem {
  return { kind: 'notice', key: `event ${notice.event.sequence}`, at: notice.event.at, notice };
}

/** Two people may have chosen the same id. */
function keyOf(author: string, message: string): string {
  return `${author} ${message}`;
}
