import type { ChatState, Notice } from '@parley/client/conversation/ChatState';
import type {
  GroupPictureChanged,
  MemberAdded,
  MemberAddedEventView,
  MuteChanged,
  RolesChanged,
} from '@parley/protocol/types';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { momentOf } from '@/shared/time/format';
import { useWords } from '@/shared/words/useWords';
import { listed, type Words } from '@/shared/words/words';

/** More than these are counted, and not named. */
const MOST_NAMED = 3;

interface Line {
  key: number;
  text: string;
}

/** What notices say. Whom one person adds one after another is said in one line. */
export function useNoticeLines(notices: readonly Notice[]): Line[] {
  const words = useWords();
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const lines: Line[] = [];
  let added: string[] = [];
  notices.forEach((notice, index) => {
    const { event } = notice;
    const next = notices[index + 1]?.event;
    if (isOwn(event)) {
      lines.push({ key: event.sequence, text: cameText(words, { me, people }, event.data) });
    } else if (isAddition(event)) {
      added.push(...addedIn(event));
      const { addedBy } = event.data;
      if (next && isAddition(next) && !isOwn(next) && next.data.addedBy === addedBy) return;
      lines.push({ key: event.sequence, text: addedText(words, { me, people }, addedBy, added) });
      added = [];
    } else lines.push({ key: event.sequence, text: noticeText(words, { me, people }, event) });
  });
  return lines;
}

type Addition = Extract<
  Notice['event'],
  { name: 'conversation.member-added.v1' | 'conversation.members-added.v1' }
>;

function isAddition(event: Notice['event']): event is Addition {
  return event.name === 'conversation.member-added.v1' || event.name === 'conversation.members-added.v1';
}

const addedIn = (event: Addition) =>
  event.name === 'conversation.member-added.v1' ? [event.data.member] : event.data.members;

/** Somebody came by themselves. */
function isOwn(event: Notice['event']): event is MemberAddedEventView {
  return event.name === 'conversation.member-added.v1' && event.data.addedBy === event.data.member;
}

type Known = Pick<ChatState, 'me' | 'people'>;

/** By a link, or by accepting an invitation. */
function cameText(words: Words, { me, people }: Known, { member, link }: MemberAdded): string {
  if (member === me) return words(link ? 'thread.notice.joined.own' : 'thread.notice.came.own');
  const name = nameOf(people[member]);
  return link ? words('thread.notice.joined', { name }) : words('thread.notice.came', { name });
}

function addedText(words: Words, { me, people }: Known, by: string, members: readonly string[]): string {
  if (members.length > MOST_NAMED) return manyAddedText(words, { me, people }, by, members);
  const names = listed(members.map((member) => nameOf(people[member])));
  if (by === me) return words('thread.notice.added.own', { names });
  const actor = nameOf(people[by]);
  const others = members.filter((member) => member !== me).map((member) => nameOf(people[member]));
  if (others.length === members.length) return words('thread.notice.added', { actor, names });
  return others.length === 0
    ? words('thread.notice.added.you', { actor })
    : words('thread.notice.added.you-and', { actor, names: listed(others) });
}

function manyAddedText(words: Words, { me, people }: Known, by: string, members: readonly string[]): string {
  const count = members.length;
  if (by === me) return words('thread.notice.added.many.own', { count });
  const actor = nameOf(people[by]);
  return members.includes(me)
    ? words('thread.notice.added.many.you', { actor, count: count - 1 })
    : words('thread.notice.added.many', { actor, count });
}

function noticeText(words: Words, { me, people }: Known, event: Exclude<Notice['event'], Addition>): string {
  const name = (user: string) => nameOf(people[user]);
  switch (event.name) {
    case 'conversation.group-created.v1':
      return event.data.createdBy === me
        ? words('thread.notice.created.own')
        : words('thread.notice.created', { actor: name(event.data.createdBy) });
    case 'conversation.member-left.v1':
      return words('thread.notice.left', { name: name(event.data.member) });
    case 'conversation.roles-changed.v1':
      return rolesText(words, { me, people }, event.data);
    case 'conversation.mute-changed.v1':
      return muteText(words, { me, people }, event.data);
    case 'conversation.group-details-changed.v1':
      return event.data.changedBy === me
        ? words('thread.notice.details.own')
        : words('thread.notice.details', { actor: name(event.data.changedBy) });
    case 'conversation.group-picture-changed.v1':
      return pictureText(words, { me, people }, event.data);
    case 'conversation.group-settings-changed.v1':
      return event.data.changedBy === me
        ? words('thread.notice.settings.own')
        : words('thread.notice.settings', { actor: name(event.data.changedBy) });
    case 'conversation.join-link-made.v1':
      return event.data.madeBy === me
        ? words('thread.notice.link.own')
        : words('thread.notice.link', { actor: name(event.data.madeBy) });
    case 'conversation.join-link-revoked.v1':
      return event.data.revokedBy === me
        ? words('thread.notice.link-revoked.own')
        : words('thread.notice.link-revoked', { actor: name(event.data.revokedBy) });
    case 'conversation.group-closed.v1':
      return event.data.closedBy === me
        ? words('thread.notice.closed.own')
        : words('thread.notice.closed', { actor: name(event.data.closedBy) });
    case 'conversation.member-removed.v1':
      return event.data.removedBy === me
        ? words('thread.notice.removed.own', { name: name(event.data.member) })
        : words('thread.notice.removed', {
            actor: name(event.data.removedBy),
            name: name(event.data.member),
          });
  }
}

function pictureText(
  words: Words,
  { me, people }: Known,
  { changedBy, picture }: GroupPictureChanged,
): string {
  if (changedBy === me) return words(picture ? 'thread.notice.picture.own' : 'thread.notice.no-picture.own');
  const actor = nameOf(people[changedBy]);
  return picture ? words('thread.notice.picture', { actor }) : words('thread.notice.no-picture', { actor });
}

function muteText(words: Words, { me, people }: Known, { member, until, changedBy }: MuteChanged): string {
  return words('muting.notice', {
    who: changedBy === me ? 'own' : member === me ? 'you' : 'other',
    over: until ? 'other' : 'yes',
    name: nameOf(people[member]),
    actor: nameOf(people[changedBy]),
    until: until ? momentOf(until) : '',
  });
}

/** Someone was given a role, or somebody gave theirs away. */
function rolesText(words: Words, { me, people }: Known, { members, changedBy }: RolesChanged): string {
  const name = (user: string) => nameOf(people[user]);
  const given = members.find(({ member }) => member !== changedBy) ?? members[0];
  if (!given) return '';
  const role = given.role === 'member' ? 'other' : given.role;
  if (members.length > 1) {
    if (changedBy === me) return words('thread.notice.handed-over.own', { name: name(given.member) });
    return given.member === me
      ? words('thread.notice.handed-over.you', { actor: name(changedBy) })
      : words('thread.notice.handed-over', { actor: name(changedBy), name: name(given.member) });
  }
  if (given.member === changedBy)
    return changedBy === me
      ? words('thread.notice.role.stepped-down.own', { role })
      : words('thread.notice.role.stepped-down', { name: name(changedBy), role });
  if (changedBy === me) return words('thread.notice.role.own', { name: name(given.member), role });
  return given.member === me
    ? words('thread.notice.role.you', { actor: name(changedBy), role })
    : words('thread.notice.role', { actor: name(changedBy), name: name(given.member), role });
}
