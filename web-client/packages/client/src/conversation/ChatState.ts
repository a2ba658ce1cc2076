import type {
  ArrangementView,
  ConversationView,
  EventView,
  GroupClosedEventView,
  GroupCreatedEventView,
  GroupDetailsChangedEventView,
  GroupMember,
  GroupPictureChangedEventView,
  GroupSettings,
  GroupSettingsChangedEventView,
  HiddenView,
  JoinLinkMadeEventView,
  JoinLinkRevokedEventView,
  KnownAboutView,
  MemberAddedEventView,
  MemberLeftEventView,
  MemberRemovedEventView,
  MembersAddedEventView,
  MessageReference,
  MessageView,
  MuteChangedEventView,
  PinnedMessage,
  ReceiptFrame,
  RolesChangedEventView,
} from '@parley/protocol/types';
import type { Content, TextContent } from './content';
import type { Mentioning } from './mentions';
import type { PendingCommand } from './PendingCommand';
import type { Thread } from './threads';
import type { Timeline } from './timeline';

export type MemberRole = GroupMember['role'];

/** What is said about it is beside it: a conversation's frames and pages tell it on their own. */
export interface Message extends Omit<MessageView, 'about' | 'text' | 'mentions' | 'gone' | 'call' | 'link'> {
  content: Content;
  /** The last time its author edited it. */
  edited?: { sequence: number; at: string };
}

/** What happens in a group and is told in words. */
export type NoticeEvent =
  | GroupCreatedEventView
  | MemberAddedEventView
  | MembersAddedEventView
  | MemberLeftEventView
  | MemberRemovedEventView
  | RolesChangedEventView
  | MuteChangedEventView
  | GroupDetailsChangedEventView
  | GroupPictureChangedEventView
  | GroupSettingsChangedEventView
  | GroupClosedEventView
  | JoinLinkMadeEventView
  | JoinLinkRevokedEventView;

/** Something that happened behind the message of a number, and that nobody wrote. */
export interface Notice {
  after: number;
  event: NoticeEvent;
}

/** How far a member has come, as a frame tells it or as this device knows it of itself. */
export type Receipt = Pick<ReceiptFrame, 'conversation' | 'member' | 'kind' | 'upTo'>;

export type Preview = Pick<Message, 'number' | 'author' | 'content' | 'at'>;

export interface Watermark {
  deliveredUpTo: number;
  readUpTo: number;
}

export interface Conversation {
  conversation: string;
  kind: string;
  /** What a group is called, and what it is for. */
  name?: string;
  description?: string;
  /** Which picture a group has; absent where it has none. */
  picture?: string;
  /** What a group lets its members do. */
  settings?: GroupSettings;
  /** Whether a group can only be read. */
  closed?: boolean;
  members: readonly string[];
  /** Of a group, those who are more than a member. */
  roles: Readonly<Record<string, MemberRole>>;
  /** Of a group, until when members who are muted say nothing; some of it may be over. */
  mutes?: Readonly<Record<string, string>>;
  startedAt: string;
  /** Events are applied up to this sequence, without a gap; -1 before the first. */
  sequence: number;
  /** The highest sequence known to exist; above `sequence` something is missing. */
  knownSequence: number;
  /** Events that arrived before the ones they follow, by sequence. */
  held: Readonly<Record<number, EventView>>;
  lastNumber: number;
  lastMessage: Preview | null;
  /** The messages that are held. */
  timeline: Timeline;
  /** What events told that happened besides, in sequence. */
  notices: readonly Notice[];
  /** The messages that events told to be deleted: a page of history may be older than that. */
  deleted: readonly string[];
  /** By a message's number, held or not: of each member the newest of each kind of event they said something about it in. */
  about: Readonly<Record<number, readonly KnownAboutView[]>>;
  watermarks: Readonly<Record<string, Watermark>>;
  /** By a message's number, held or not, as far as they are known: whom it mentions. */
  mentions: Readonly<Record<number, Mentioning>>;
  /** By the number of the message they are about: the threads of which something is known. */
  threads?: Readonly<Record<number, Thread>>;
  /** The numbers of messages that do not count as unread: they are deleted, or of people whom this person blocks. */
  uncounted?: readonly number[];
  /** What this person deleted for themselves; absent where nothing. */
  hidden?: HiddenView;
  /** The pinned messages, the one that was pinned last first. */
  pins: readonly PinnedMessage[];
  /** Where the other asks to write: whether this person ignores it. */
  request?: ConversationView['request'] | undefined;
}

/** What somebody is up to; what is absent or null they do not say. */
export interface Status {
  emoji?: string | null;
  line?: string | null;
  /** When emoji and line are over. */
  until?: string | null;
  /** Until when they do not want to be disturbed. */
  quietUntil?: string | null;
}

export interface Person {
  user: string;
  username: string;
  displayName: string;
  /** The position of the event that told the names, as far as it is known: only a newer one replaces them. */
  asOf?: number;
  /** What they are up to, over or not. */
  status?: Status;
  /** The position of the event that told it; absent where an answer did, which may be older than an event. */
  statusAsOf?: number;
  /** Which picture they have; absent where they have none. */
  avatar?: string;
  /** The position of the event that told it, as of the status. */
  avatarAsOf?: number;
  /** Their account was deleted, and with it their names. */
  erased?: boolean;
  /** Oneself, as the other person of the conversation in which one saves messages. */
  self?: true;
}

export interface Presence {
  online: boolean;
  lastSeen: string | null;
}

export type OutboxStep = 'queued' | 'sending' | 'acknowledged' | 'failed';

/** A thread, by the message it is about and whose that is. */
export interface ThreadAbout {
  root: MessageReference;
  author: string;
}

/** Where a file of a message is. */
export interface FilePlace {
  conversation: string;
  sequence: number;
  attachment: string;
}

/** A file of a message of one's own: it is uploaded before the message is sent. */
export interface OutboxFile {
  /** The upload's id. */
  upload: string;
  /** What is uploaded; absent where it is copied from another message. */
  file?: Blob;
  copyOf?: FilePlace;
  name: string;
  /** 1 for an image, 2 for a video, 3 for sound, 4 for any other file. */
  kind: number;
  width?: number;
  height?: number;
  durationMs?: number;
  thumbhash?: string;
  waveform?: readonly number[];
  /** Whether the server has it and has checked it. */
  ready: boolean;
}

/** A message of one's own that the conversation does not show yet. */
export interface OutboxEntry {
  message: string;
  conversation: string;
  content: TextContent;
  /** The message it answers. */
  replyTo?: MessageReference;
  /** The thread in which it is written. */
  thread?: ThreadAbout;
  /** Whether it is sent to the conversation too. */
  alsoInConversation?: true;
  /** The preview of the page in its content, by the id under which it is sent. */
  link?: string;
  /** Whether it was said elsewhere and is sent on. */
  forwarded?: true;
  /** What is sent with it. */
  files?: readonly OutboxFile[];
  at: string;
  step: OutboxStep;
  /** Why it failed: a problem’s code. */
  reason: string | null;
  /** Its place among those of its conversation. */
  place: number;
  /** The number of the last message when it failed: it stays behind that. Null while it is on its way. */
  failedAfter: number | null;
}

/** The newest message from someone else that arrived while connected, for announcing it. */
export interface Arrival {
  conversation: string;
  message: string;
  author: string;
  content: Content;
}

export type ListPhase = 'loading' | 'loaded' | 'failed';

export interface ChatState {
  me: string;
  cursor: string | undefined;
  list: ListPhase;
  conversations: Readonly<Record<string, Conversation>>;
  people: Readonly<Record<string, Person>>;
  presence: Readonly<Record<string, Presence>>;
  /** Until when (milliseconds) someone counts as typing, by conversation and user. */
  typing: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Where this person left conversations: what a view answers of an earlier time does not bring them back. */
  left: Readonly<Record<string, number>>;
  /** Frames of conversations not held yet; applied once their summary is here. */
  pendingFrames: Readonly<Record<string, readonly (EventView | Receipt)[]>>;
  outbox: readonly OutboxEntry[];
  commands: readonly PendingCommand[];
  /** By stream: the position of the newest event that was told of a stream that is no conversation's, such as an account's. */
  heard: Readonly<Record<string, number>>;
  /** By conversation, held or not: how this person has it in their list, as the server told it last. */
  arrangements: Readonly<Record<string, ArrangementView>>;
  /** What was typed and not sent, by conversation. */
  drafts: Readonly<Record<string, string>>;
  arrival: Arrival | null;
}

/** What a person has written: it stays when what others wrote is forgotten. */
export type OwnWords = Pick<ChatState, 'outbox' | 'commands' | 'drafts'>;

const NOTHING_WRITTEN: OwnWords = { outbox: [], commands: [], drafts: {} };

export function emptyChat(me: string, { outbox, commands, drafts } = NOTHING_WRITTEN): ChatState {
  return {
    me,
    cursor: undefined,
    list: 'loading',
    conversations: {},
    people: {},
    presence: {},
    heard: {},
    arrangements: {},
    typing: {},
    left: {},
    pendingFrames: {},
    outbox,
    commands,
    drafts,
    arrival: null,
  };
}
