import type { Conversation, Message, Notice, OutboxEntry } from '@parley/client/conversation/ChatState';
import type { Content } from '@parley/client/conversation/content';
import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import type { Range } from '@parley/client/conversation/timeline';
import { type MessageItem, timelineItems } from '@parley/client/conversation/timelineItems';
import { sameDay } from '@/shared/time/format';

/** What someone says: a recorded message, or one of one's own on its way. */
export interface WordsItem {
  kind: 'words';
  key: string;
  author: string;
  content: Content;
  at: string;
  recorded: Message | null;
  entry: OutboxEntry | null;
}

/** What happened between two messages on one day, and nobody wrote. */
export interface NoticesItem {
  kind: 'notices';
  key: string;
  at: string;
  notices: readonly Notice[];
  recorded: null;
}

/** What a line of the thread shows. */
export type ThreadItem = WordsItem | NoticesItem;

export function threadItems(
  conversation: Conversation,
  range: Range,
  outbox: readonly OutboxEntry[],
  me: string,
): ThreadItem[] {
  const items: ThreadItem[] = [];
  for (const item of timelineItems(conversation, range, outbox, me)) {
    const last = items.at(-1);
    if (item.kind !== 'notice')
      items.push(item.kind === 'message' ? recordedItem(item) : { ...item, kind: 'words', recorded: null });
    else if (last?.kind === 'notices' && sameDay(last.at, item.at))
      items.splice(-1, 1, { ...last, notices: [...last.notices, item.notice] });
    else items.push({ kind: 'notices', key: item.key, at: item.at, notices: [item.notice], recorded: null });
  }
  return items;
}

const made = new WeakMap<MessageItem, WordsItem>();

/** The same for an item that is the same, so that its row is not shown anew. */
function recordedItem(item: MessageItem): WordsItem {
  const known = made.get(item);
  if (known) return known;
  const fresh: WordsItem = { ...item, kind: 'words', recorded: item.message, entry: null };
  made.set(item, fresh);
  return fresh;
}

const TOGETHER_MS = 5 * 60_000;

/** Whether a message continues its author's last words: no other in between, the same day, within minutes. */
export function continues(before: ThreadItem | undefined, item: ThreadItem): boolean {
  return (
    before?.kind === 'words' &&
    item.kind === 'words' &&
    before.author === item.author &&
    sameDay(before.at, item.at) &&
    Math.abs(Date.parse(item.at) - Date.parse(before.at)) < TOGETHER_MS
  );
}

/** How far a message of one's own has come that is not recorded. */
export function pendingStatus({ entry }: WordsItem): MessageStatus {
  switch (entry?.step) {
    case 'failed':
      return 'failed';
    case 'queued':
      return 'queued';
    default:
      return 'sending';
  }
}
