import type {
  FollowedThread,
  InThread,
  MessageDeletedEventView,
  MessageReference,
  OwnThreadView,
  Replies,
  ThreadMarkedElsewhereFrame,
  UnreadReply,
} from '@parley/protocol/types';
import { applyHistory } from './applyHistory';
import type { ChatState, Conversation, Message } from './ChatState';
import type { CommandKind } from './CommandKind';
import { isHidden } from './hidden';
import { dropCommand } from './pendingSteps';
import { replaceConversation } from './replaceConversation';
import { mapMessages, messageWith, withRange } from './timeline';

/** What is known of the thread about a message, by events and by what the server answered. */
export interface Thread {
  root: MessageReference;
  /** The number in the thread of its newest message. */
  last: number;
  /** When that was written; absent where no event told it. */
  at?: string;
  /** Its messages that somebody here may not have read: without deleted ones, in order. */
  recent: readonly UnreadReply[];
  /** By person: the number of the first message that concerned them. */
  since: Readonly<Record<string, number>>;
  /** By person: the number of the newest message that they wrote, also where it was deleted. */
  wrote: Readonly<Record<string, number>>;
  /** What this person chose. */
  chosen?: boolean | undefined;
  readUpTo: number;
  /** The position of the newest event in which they marked it. */
  asOf: number;
  /** Every message of the thread from this number on is held; absent where none was asked for. */
  from?: number;
}

const MOST_AUTHORS = 5;

/** Takes a message that took a place in a thread. What an answer told already is not counted again. */
export function withReply(
  conversation: Conversation,
  message: Message,
  place: InThread,
  mentioned: readonly string[],
): Conversation {
  const { number: root } = place.root;
  const known = conversation.threads?.[root] ?? emptyThread(place.root);
  const since = { ...known.since };
  for (const person of [message.author, place.author, ...mentioned]) since[person] ??= place.number;
  const wrote = {
    ...known.wrote,
    [message.author]: Math.max(place.number, known.wrote[message.author] ?? 0),
  };
  const isNew = place.number > known.last;
  const reply = { number: place.number, message: message.number, author: message.author };
  const thread = isNew
    ? { ...known, since, wrote, last: place.number, at: message.at, recent: [...known.recent, reply] }
    : { ...known, since, wrote };
  return withSummary(withThread(conversation, thread), root, (replies) =>
    replies && place.number <= replies.last
      ? replies
      : {
          count: (replies?.count ?? 0) + 1,
          gone: replies?.gone ?? [],
          last: place.number,
          at: message.at,
          authors: [
            message.author,
            ...(replies?.authors ?? []).filter((author) => author !== message.author),
          ].slice(0, MOST_AUTHORS),
        },
  );
}

/** A deleted message keeps its place in a thread. */
export function withoutReply(
  conversation: Conversation,
  { data }: Pick<MessageDeletedEventView, 'data'>,
): Conversation {
  const place = data.thread;
  if (!place) return conversation;
  const known = conversation.threads?.[place.root.number];
  const cleared = known
    ? withThread(conversation, {
        ...known,
        recent: known.recent.filter(({ number }) => number !== place.number),
      })
    : conversation;
  return withSummary(cleared, place.root.number, (replies) =>
    !replies || replies.gone.includes(place.number) || place.number > replies.last
      ? replies
      : { ...replies, count: replies.count - 1, gone: [...replies.gone, place.number].sort((a, b) => a - b) },
  );
}

/** Holds a reply where it is told, so that whatever concerns it finds it. */
export function withSingle(conversation: Conversation, message: Message): Conversation {
  const { number } = message;
  return {
    ...conversation,
    timeline: withRange(conversation.timeline, { from: number, to: number, messages: [message] }),
  };
}

/** The messages of a thread that are held without a gap up to its newest, in order; undefined where none was asked for. */
export function threadMessages(conversation: Conversation, root: number): readonly Message[] | undefined {
  const from = conversation.threads?.[root]?.from;
  if (from === undefined) return undefined;
  return conversation.timeline
    .flatMap(({ messages }) => messages)
    .filter(({ thread }) => thread?.root.number === root && thread.number >= from)
    .sort((a, b) => (a.thread?.number ?? 0) - (b.thread?.number ?? 0));
}

export function isFollowed(thread: Thread | undefined, me: string): boolean {
  return thread?.chosen ?? thread?.since[me] !== undefined;
}

/** Whoever writes has read everything before, and what came before it concerned someone does not wait for them. */
export function readOf({ wrote, readUpTo, since }: Thread, me: string): number {
  return Math.max(readUpTo, wrote[me] ?? 0, (since[me] ?? 1) - 1);
}

/** What this person has not read of a thread. */
export function unreadReplies(
  conversation: Conversation,
  thread: Thread,
  me: string,
  isBlocked: (user: string) => boolean = () => false,
): readonly UnreadReply[] {
  const read = readOf(thread, me);
  return thread.recent.filter(
    ({ number, message, author }) =>
      number > read && author !== me && !isBlocked(author) && !isHidden(conversation, message),
  );
}

/** What a view answered of how this person has a thread. It holds all that was told when it was asked for. */
export function withOwn(
  conversation: Conversation,
  root: MessageReference,
  own: OwnThreadView,
  replies: Replies | undefined,
  me: string,
): Conversation {
  const known = conversation.threads?.[root.number] ?? emptyThread(root);
  const last = replies?.last ?? 0;
  const marked = own.asOf >= known.asOf;
  const { [me]: sinceKnown = Number.POSITIVE_INFINITY } = known.since;
  const since = Math.min(sinceKnown, own.since > 0 ? own.since : Number.POSITIVE_INFINITY);
  return withThread(conversation, {
    ...known,
    ...(Number.isFinite(since) ? { since: { ...known.since, [me]: since } } : {}),
    ...(marked ? { chosen: own.chosen, asOf: own.asOf } : {}),
    readUpTo: Math.max(known.readUpTo, own.readUpTo),
    last: Math.max(known.last, last),
    ...(replies && last >= known.last ? { at: replies.at } : {}),
    recent: [...own.unread, ...known.recent.filter(({ number }) => number > last)],
  });
}

/** Takes the threads that this person follows, as a view answered them. */
export function applyFollowed(state: ChatState, items: readonly FollowedThread[]): ChatState {
  return items.reduce((current, { conversation: id, root, own }) => {
    const held = current.conversations[id];
    if (!held) return current;
    const reference = { number: root.number, sequence: root.sequence };
    const read = applyHistory(current, id, { from: root.number, to: root.number, items: [root] });
    const conversation = read.conversations[id] ?? held;
    return replaceConversation(read, withOwn(conversation, reference, own, root.replies, state.me));
  }, state);
}

export function applyThreadMarked(state: ChatState, frame: ThreadMarkedElsewhereFrame): ChatState {
  const { conversation, root, following, readUpTo } = frame.data;
  return withMark(state, conversation, root, {
    following: following ?? undefined,
    readUpTo,
    position: frame.position,
  });
}

interface Mark {
  following?: boolean | undefined;
  readUpTo: number;
  position: number;
}

function withMark(state: ChatState, id: string, root: MessageReference, mark: Mark): ChatState {
  const held = state.conversations[id];
  if (!held) return state;
  const known = held.threads?.[root.number] ?? emptyThread(root);
  const isNewer = mark.position > known.asOf;
  return replaceConversation(
    state,
    withThread(held, {
      ...known,
      readUpTo: Math.max(known.readUpTo, mark.readUpTo),
      ...(isNewer ? { chosen: mark.following, asOf: mark.position } : {}),
    }),
  );
}

interface ThreadToMark {
  conversation: string;
  root: MessageReference;
  following?: boolean;
  /** The sequence of a message of the thread that was shown, with all before it. */
  read?: number;
}

/** Reads on in a thread, or chooses whether to follow it. */
export const markThread: CommandKind<ThreadToMark, 'ThreadMark'> = {
  answer: 'ThreadMark',

  subject: ({ conversation, root, following }) =>
    `${conversation}/${root.number}/${following === undefined ? 'read' : 'follow'}`,

  request: ({ conversation, root, following, read }) => ({
    method: 'PATCH',
    path: `/conversations/${conversation}/threads/${root.sequence}`,
    body: {
      ...(following === undefined ? {} : { following }),
      ...(read === undefined ? {} : { read }),
    },
  }),

  /** The event that tells of it may come before or after the answer. */
  settled: (state, { key, data }, answer) =>
    withMark(dropCommand(state, key), data.conversation, data.root, answer),
};

function emptyThread(root: MessageReference): Thread {
  return { root, last: 0, recent: [], since: {}, wrote: {}, readUpTo: 0, asOf: 0 };
}

export function withThread(conversation: Conversation, thread: Thread): Conversation {
  return { ...conversation, threads: { ...conversation.threads, [thread.root.number]: thread } };
}

/** Changes what stands below the root, where it is held. */
function withSummary(
  conversation: Conversation,
  root: number,
  change: (replies: Replies | undefined) => Replies | undefined,
): Conversation {
  const held = messageWith(conversation.timeline, root);
  const replies = held && change(held.replies);
  if (!held || !replies || replies === held.replies) return conversation;
  return {
    ...conversation,
    timeline: mapMessages(conversation.timeline, (message) =>
      message === held ? { ...message, replies } : message,
    ),
  };
}
