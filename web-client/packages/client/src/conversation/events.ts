import type {
  GroupDetailsChangedEventView,
  GroupPictureChangedEventView,
  GroupSettingsChangedEventView,
  KnownEventView,
  MemberAddedEventView,
  MemberLeftEventView,
  MemberRemovedEventView,
  MembersAddedEventView,
  MessageDeletedEventView,
  MessageEditedEventView,
  MessageSentEventView,
  MuteChangedEventView,
  ReplySentEventView,
  RolesChangedEventView,
} from '@parley/protocol/types';
import { withoutMessage, withSaid } from './about';
import type { Conversation, MemberRole, Message, NoticeEvent } from './ChatState';
import { contentOf, previewed } from './content';
import { asEdited, asEditedPreview } from './edits';
import { forgetMessages } from './forget';
import { EVERYONE, withMentions, withoutMention } from './mentions';
import { withNotices } from './notices';
import { withoutPin, withPin } from './pins';
import { raiseWatermark } from './raiseWatermark';
import { withRole } from './roles';
import { withoutReply, withReply, withSingle } from './threads';
import { mapMessages, withNewest } from './timeline';

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
  'conversation.group-created.v1': noticed,
  'conversation.message-sent.v1': sent,
  'conversation.reply-sent.v1': replied,
  'conversation.message-deleted.v1': deleted,
  'conversation.message-edited.v1': edited,
  'conversation.message-pinned.v1': (conversation, event) => ({
    ...conversation,
    pins: withPin(conversation.pins, event),
  }),
  'conversation.message-unpinned.v1': (conversation, { data }) => ({
    ...conversation,
    pins: withoutPin(conversation.pins, data.number),
  }),
  'conversation.reactions-changed.v1': (conversation, event) => ({
    ...conversation,
    about: withSaid(conversation.about, event),
  }),
  'conversation.call-changed.v1': (conversation, event) => ({
    ...conversation,
    about: withSaid(conversation.about, event),
  }),
  'conversation.member-added.v1': (conversation, event) => noticed(joined(conversation, event), event),
  'conversation.members-added.v1': (conversation, event) =>
    noticed(joinedTogether(conversation, event), event),
  'conversation.member-left.v1': (conversation, event) => noticed(without(conversation, event), event),
  'conversation.member-removed.v1': (conversation, event) => noticed(without(conversation, event), event),
  'conversation.roles-changed.v1': (conversation, event) => noticed(inRoles(conversation, event), event),
  'conversation.group-details-changed.v1': (conversation, event) =>
    noticed(withDetails(conversation, event.data.content), event),
  'conversation.group-picture-changed.v1': (conversation, event) =>
    noticed(withPicture(conversation, event.data), event),
  'conversation.group-settings-changed.v1': (conversation, event) =>
    noticed({ ...conversation, settings: settingsOf(event.data.settings) }, event),
  'conversation.mute-changed.v1': (conversation, event) => noticed(withMute(conversation, event), event),
  'conversation.join-link-made.v1': noticed,
  'conversation.join-link-revoked.v1': noticed,
  // Everyone is out of it, and nobody is told how it is forgotten.
  'conversation.group-deleted.v1': (conversation) => ({ ...conversation, members: [] }),
  'conversation.group-forgotten.v1': (conversation) => conversation,
  'conversation.group-closed.v1': (conversation, event) => noticed({ ...conversation, closed: true }, event),
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
  const added = {
    ...conversation,
    lastNumber: number,
    lastMessage: { number, author, content: previewed(content), at },
    timeline: withNewest(conversation.timeline, conversation.lastNumber, message),
    watermarks: raiseWatermark(conversation.watermarks, author, { readUpTo: number }),
    mentions: withMentions(conversation.mentions, number, author, event.data.content?.mentions),
  };
  return inThread(added, message, event);
}

/** What is said in a thread alone is held, and none of the conversation's messages. */
function replied(conversation: Conversation, event: ReplySentEventView): Conversation {
  const message = sentMessage(event);
  return inThread(withSingle(conversation, message), message, event);
}

function inThread(
  conversation: Conversation,
  message: Message,
  { data: { thread, content } }: MessageSentEventView | ReplySentEventView,
): Conversation {
  const mentioned = content?.mentions?.map(({ user }) => user).filter((user) => user !== EVERYONE) ?? [];
  return thread ? withReply(conversation, message, thread, mentioned) : conversation;
}

function deleted(conversation: Conversation, { data }: MessageDeletedEventView): Conversation {
  const forgotten = forgetMessages(conversation, ({ number }) => number === data.number, 'deleted');
  const about = withoutMessage(conversation.about, data.number);
  return withoutReply(
    {
      ...forgotten,
      about,
      deleted: [...conversation.deleted, data.message],
      uncounted: [...(conversation.uncounted ?? []).filter((each) => each !== data.number), data.number],
      mentions: withoutMention(conversation.mentions, data.number),
      pins: withoutPin(conversation.pins, data.number),
    },
    { data },
  );
}

function joined(conversation: Conversation, { data }: MemberAddedEventView): Conversation {
  const { member, role, lastNumber } = data;
  return withMembers(conversation, [member], role, lastNumber);
}

function joinedTogether(conversation: Conversation, { data }: MembersAddedEventView): Conversation {
  return withMembers(conversation, data.members, 'member', data.lastNumber);
}

/** What came before someone does not wait for them. */
function withMembers(
  conversation: Conversation,
  coming: readonly string[],
  role: MemberRole,
  readUpTo: number,
): Conversation {
  const come = new Set(coming);
  return {
    ...conversation,
    members: [...conversation.members.filter((each) => !come.has(each)), ...coming],
    roles: coming.reduce((roles, member) => withRole(roles, member, role), conversation.roles),
    watermarks: coming.reduce(
      (all, member) => raiseWatermark(all, member, { readUpTo }),
      conversation.watermarks,
    ),
  };
}

function edited(conversation: Conversation, event: MessageEditedEventView): Conversation {
  const { number, member, content } = event.data;
  const about = withSaid(conversation.about, event);
  const { lastMessage } = conversation;
  return {
    ...conversation,
    about,
    mentions: withMentions(conversation.mentions, number, member, content?.mentions),
    timeline: mapMessages(conversation.timeline, (message) =>
      message.number === number ? asEdited(message, about[number]) : message,
    ),
    lastMessage: lastMessage?.number === number ? asEditedPreview(lastMessage, about[number]) : lastMessage,
  };
}

function without(
  conversation: Conversation,
  { data: { member } }: MemberLeftEventView | MemberRemovedEventView,
): Conversation {
  return {
    ...conversation,
    members: conversation.members.filter((each) => each !== member),
    roles: withRole(conversation.roles, member, 'member'),
  };
}

function inRoles(conversation: Conversation, { data }: RolesChangedEventView): Conversation {
  const roles = data.members.reduce(
    (all, { member, role }) => withRole(all, member, role),
    conversation.roles,
  );
  return { ...conversation, roles };
}

function withMute(conversation: Conversation, { data }: MuteChangedEventView): Conversation {
  const { [data.member]: _, ...others } = conversation.mutes ?? {};
  return { ...conversation, mutes: data.until ? { ...others, [data.member]: data.until } : others };
}

function settingsOf({
  approval,
  mention,
  ...rights
}: GroupSettingsChangedEventView['data']['settings']): NonNullable<Conversation['settings']> {
  return { ...rights, mention: mention ?? 'member', ...(approval ? { approval } : {}) };
}

function withDetails(
  { name: _, description: __, ...conversation }: Conversation,
  details: GroupDetailsChangedEventView['data']['content'],
): Conversation {
  const { name, about } = details ?? {};
  return { ...conversation, ...(name ? { name } : {}), ...(about ? { description: about } : {}) };
}

function withPicture(
  { picture: _, ...conversation }: Conversation,
  { picture }: GroupPictureChangedEventView['data'],
): Conversation {
  return { ...conversation, ...(picture ? { picture } : {}) };
}

function noticed(conversation: Conversation, event: NoticeEvent): Conversation {
  const notices = withNotices(conversation.notices, [{ after: conversation.lastNumber, event }]);
  return { ...conversation, notices };
}

function sentMessage({ data, sequence, at }: MessageSentEventView | ReplySentEventView): Message {
  const { number, message, author, replyTo, thread, forwarded } = data;
  const call = 'call' in data ? data.call : undefined;
  const { text, mentions, attachments, link } = data.content ?? { text: null };
  const content = contentOf({
    text,
    ...(mentions ? { mentions } : {}),
    ...(attachments ? { attachments } : {}),
    ...(call ? { call } : {}),
    ...(link ? { link } : {}),
  });
  return {
    number,
    sequence,
    message,
    author,
    content,
    at,
    ...(thread ? { thread } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(forwarded ? { forwarded } : {}),
  };
}
