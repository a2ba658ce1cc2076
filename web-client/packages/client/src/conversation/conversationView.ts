import { arrangementOf } from './arrangement';
import type { ChatState, Conversation, Person, Presence, Preview } from './ChatState';
import { whyNotWriting } from './mayWrite';
import { type MessageStatus, messageStatus } from './messageStatus';
import { peerOf } from './peerOf';
import { unread } from './unread';

/** A conversation of any kind as it is shown, in a list or above its messages. */
export interface ConversationView {
  conversation: string;
  kind: string;
  /** Whose name and picture it has: the other person's, or its own. */
  face: Person;
  /** Of the other person; null where there are several. */
  presence: Presence | null;
  members: number;
  /** Who is typing, by their ids. */
  typing: readonly string[];
  lastMessage: Preview | null;
  /** How far one's own last message has come; null where the last one is someone else's. */
  lastStatus: MessageStatus | null;
  unread: number;
  /** Whether this person marked it as unread by hand. */
  marked: boolean;
  mutedUntil: string | null;
  pinned: boolean;
  archived: boolean;
  favourite: boolean;
  /** The number of the first message that is unread, or null. */
  firstUnread: number | null;
  draft: string | null;
  /** Messages of one's own that are on their way, and whether one of them failed. */
  waiting: number;
  failed: boolean;
  /** Whether there is anybody to write to, and nothing against it. */
  mayWrite: boolean;
}

export function conversationView(state: ChatState, conversation: Conversation): ConversationView {
  const { me, people, presence, drafts, outbox } = state;
  const { conversation: id, kind, members, lastMessage } = conversation;
  const face = peerOf({ me, people }, conversation);
  const count = unread(conversation, me);
  const arranged = arrangementOf(state, id);
  const own = outbox.filter((entry) => entry.conversation === id);
  const isOwnLast = lastMessage?.author === me && lastMessage.content.kind !== 'gone';
  return {
    conversation: id,
    kind,
    face,
    presence: kind === 'direct' ? (presence[face.user] ?? null) : null,
    members: members.length,
    typing: Object.keys(state.typing[id] ?? {}),
    lastMessage,
    lastStatus: isOwnLast ? messageStatus(conversation, me, lastMessage.number) : null,
    unread: count,
    marked: arranged.unread,
    mutedUntil: arranged.mutedUntil ?? null,
    pinned: arranged.pinned,
    archived: arranged.archived,
    favourite: arranged.favourite,
    firstUnread: count > 0 ? conversation.lastNumber - count + 1 : null,
    draft: drafts[id] ?? null,
    waiting: own.length,
    failed: own.some(({ step }) => step === 'failed'),
    mayWrite: whyNotWriting(state, conversation) === null,
  };
}

/** Whether two views show the same. */
export function sameView(one: ConversationView, other: ConversationView): boolean {
  const { face, presence, typing, ...rest } = one;
  return (
    equalFields(rest, other) &&
    equalFields(face, other.face) &&
    (presence === other.presence ||
      (presence !== null && other.presence !== null && equalFields(presence, other.presence))) &&
    typing.length === other.typing.length &&
    typing.every((user, i) => user === other.typing[i])
  );
}

function equalFields(one: object, other: object): boolean {
  const fields = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(([field, value]) => Object.is(value, fields.get(field)));
}
