import type { Conversation, Message, OutboxEntry } from '@parley/client/conversation/ChatState';
import type { Content } from '@parley/client/conversation/content';
import { newestRange } from '@parley/client/conversation/timeline';
import { timelineItems } from '@parley/client/conversation/timelineItems';
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
  outbox: readonly OutboxEntry[],
  me: string,
): ThreadItem[] {
  const { timeline, lastNumber } = conversation;
  const nothing = { from: lastNumber + 1, to: lastNumber, messages: [] };
  const range = newestRange(timeline, lastNumber) ?? nothing;
  return timelineItems(conversation, range, outbox, me).flatMap((item): ThreadItem[] => {
    if (item.kind === 'notice') return [];
    return [
      item.kind === 'message'
        ? { ...item, recorded: item.message, entry: null }
        : { ...item, recorded: null },
    ];
  });
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
