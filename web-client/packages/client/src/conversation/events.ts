import type {
  KnownEventView,
  MemberAddedEventView,
  MemberLeftEventView,
  MemberRemovedEventView,
  MessageDeletedEventView,
  MessageSentEventView,
} from '@parley/protocol/types';
import { withoutMessage, withSaid } from './about';
import type { Conversation, Message, Notice } from './ChatState';
import { type Content, contentOf } from './content';
import { forgetMessages } from './forget';
import { raiseWatermark } from './raiseWatermark';
import { withNewest } from './timeline';

type EventsByName = { [Event in KnownEventView as Event['name']]: Event };

export type EventName = keyof EventsByName;

/** An event of which is known that it has one of the names. */
export type EventNamed<Name extends EventName> = {
  [Each in Name]: { name: Each } & EventsByName[Each];
}[Name];

type Reducers = {
  readonly [Name in EventName]: (conversation: Conversation, event: EventsByName[Name]) => Conversation;
};

/** What each kind of event changes in its conversation, beside counting there. A new kind has its line here. */
const reducers: Reducers = {
  'conversation.direct-started.v1': (conversation) => conversation,
  'conversation.group-created.v1': (conversation) => conversation,
  'conversation.message-sent.v1': sent,
  'conversation.message-deleted.v1': deleted,
  'conversation.reactions-changed.v1': (conversation, event) => ({
    ...conversation,
    about: withSaid(conversation.about, event),
  }),
  'conversation.member-added.v1': (conversation, event) =>
    noticed({ ...conversation, members: [...others(conversation, event), event.data.member] }, event),
  'conversation.member-left.v1': (conversation, event) =>
    noticed({ ...conversation, members: others(conversation, event) }, event),
  'conversation.member-removed.v1': (conversation, event) =>
    noticed({ ...conversation, members: others(conversation, event) }, event),
};

export function reduceEvent<Name extends EventName>(
  conversation: Conversation,
  event: EventNamed<Name>,
): Conversation {
  const reduce: Reducers[Name] = reducers[event.name];
  return reduce(conversation, event);
}

function sent(conversation: Conversation, event: MessageSentEventView): Conversation {
  const message = sentMessage(event);
  const { number, author, content, at } = message;
  return {
    ...conversation,
    lastNumber: number,
    lastMessage: { number, author, content, at },
    timeline: withNewest(conversation.timeline, conversation.lastNumber, message),
    watermarks: raiseWatermark(conversation.watermarks, author, { readUpTo: number }),
  };
}

function deleted(conversation: Conversation, { data }: MessageDeletedEventView): Conversation {
  const forgotten = forgetMessages(conversation, ({ number }) => number === data.number, 'deleted');
  const about = withoutMessage(conversation.about, data.number);
  return { ...forgotten, about, deleted: [...conversation.deleted, data.message] };
}

type MemberEvent = MemberAddedEventView | MemberLeftEventView | MemberRemovedEventView;

function others({ members }: Conversation, { data }: MemberEvent): string[] {
  return members.filter((each) => each !== data.member);
}

function noticed(conversation: Conversation, event: Notice['event']): Conversation {
  return { ...conversation, notices: [...conversation.notices, { after: conversation.lastNumber, event }] };
}

function sentMessage({ data, sequence, at }: MessageSentEventView): Message {
  const { number, message, author } = data;
  const content: Content = contentOf({ text: data.content?.text ?? null });
  return { number, sequence, message, author, content, at };
}
