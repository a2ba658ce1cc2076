import type { Conversation, Gone, Message, OutboxEntry } from '@parley/client/conversation/ChatState';
import { sameDay } from '@/shared/time/format';

/** What a line of the thread shows: a recorded message, or one of one's own on its way. */
export interface ThreadItem {
  key: string;
  author: string;
  text: string | null;
  gone?: Gone;
  at: string;
  recorded: Message | null;
  entry: OutboxEntry | null;
}

export function threadItems(
  conversation: Conversation,
  outbox: readonly OutboxEntry[],
  me: string,
): ThreadItem[] {
  const recorded = conversation.messages.map((message) => ({
    ...message,
    key: message.message,
    recorded: message,
    entry: null,
  }));
  const pending = outbox
    .filter((entry) => entry.conversation === conversation.conversation)
    .map((entry) => ({ ...entry, key: entry.message, author: me, recorded: null, entry }));
  return [...recorded, ...pending];
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
