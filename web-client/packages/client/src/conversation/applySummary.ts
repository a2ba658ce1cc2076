import type { ConversationView, LastMessage } from '@parley/protocol/types';
import { applyErased } from './applyErased';
import { applyEvent } from './applyEvent';
import { applyReceipt } from './applyReceipt';
import { withArrangement } from './arrangement';
import type { ChatState, Conversation, Person, Preview, Status } from './ChatState';
import { contentOf } from './content';
import { isErased } from './erasedPerson';
import { EVERYONE } from './mentions';
import { raiseWatermark } from './raiseWatermark';
import { replaceConversation } from './replaceConversation';
import { NOTHING_HELD } from './timeline';

/**
 * Takes a conversation as a view answered it, which may be older or newer than what frames have told. A conversation
 * not held begins where the summary stands; one that is held only learns how far it should be.
 */
export function applySummary(state: ChatState, summary: ConversationView): ChatState {
  const held = state.conversations[summary.conversation];
  if (!held && summary.lastSequence <= (state.left[summary.conversation] ?? -1)) return state;
  const arranged = summary.arrangement
    ? withArrangement(state, summary.conversation, summary.arrangement)
    : state;
  const known = held
    ? {
        ...held,
        ...likenessIn(summary, held.sequence),
        knownSequence: Math.max(held.knownSequence, summary.lastSequence),
      }
    : beginning(summary, state.me);
  let watermarks = raiseWatermark(known.watermarks, state.me, { readUpTo: summary.readUpTo });
  for (const { member, ...reached } of summary.watermarks)
    watermarks = raiseWatermark(watermarks, member, reached);
  const { [summary.conversation]: pendingFrames = [], ...otherPendingFrames } = state.pendingFrames;
  const adopted = replaceConversation(
    { ...withPeople(arranged, summary), pendingFrames: otherPendingFrames },
    {
      ...known,
      watermarks,
      ...newestHidden(known, summary),
      uncounted: uncountedOf(held, summary),
      request: summary.request,
    },
  );
  const erased = [...summary.members, ...(summary.former ?? [])].filter(
    (member) => member.erased || isErased(state.people, member.user),
  );
  return pendingFrames.reduce<ChatState>(
    (current, frame) => ('sequence' in frame ? applyEvent(current, frame) : applyReceipt(current, frame)),
    erased.reduce((current, member) => applyErased(current, member.user), adopted),
  );
}

/** What was hidden, as the newer of the two tells it. */
function newestHidden(
  { hidden }: Conversation,
  { hidden: told }: ConversationView,
): Pick<Conversation, 'hidden'> {
  return told && told.asOf > (hidden?.asOf ?? 0) ? { hidden: told } : {};
}

/** What a view tells that has seen all that is applied holds; what it tells of an earlier time is no less true of what is deleted. */
function uncountedOf(
  held: Conversation | undefined,
  { lastSequence, uncounted = [] }: ConversationView,
): readonly number[] {
  if (!held || lastSequence >= held.sequence) return uncounted;
  return [...new Set([...(held.uncounted ?? []), ...uncounted])];
}

function beginning(summary: ConversationView, me: string): Conversation {
  return {
    conversation: summary.conversation,
    kind: summary.kind,
    ...likenessIn(summary, -1),
    members: summary.members.map((member) => member.user),
    roles: Object.fromEntries((summary.roles ?? []).map(({ member, role }) => [member, role])),
    startedAt: summary.startedAt,
    sequence: summary.lastSequence,
    knownSequence: summary.lastSequence,
    held: {},
    lastNumber: summary.lastNumber,
    lastMessage: previewOf(summary.lastMessage),
    timeline: NOTHING_HELD,
    notices: [],
    deleted: [],
    about: {},
    watermarks: {},
    mentions: Object.fromEntries(
      (summary.mentions ?? []).map(({ number, author, everyone }) => [
        number,
        { author, users: [everyone ? EVERYONE : me] },
      ]),
    ),
    pins: summary.pins ?? [],
  };
}

function previewOf(last: LastMessage | null): Preview | null {
  return last && { number: last.number, author: last.author, content: contentOf(last), at: last.at };
}

/** What a group is like, unless events after the summary have told that already. */
function likenessIn(
  { name, about, picture, settings, closed, mutes = [], lastSequence }: ConversationView,
  applied: number,
): Pick<Conversation, 'name' | 'description' | 'picture' | 'settings' | 'closed' | 'mutes'> {
  if (lastSequence < applied) return {};
  return {
    ...(name === undefined ? {} : { name }),
    ...(about === undefined ? {} : { description: about }),
    ...(picture === undefined ? {} : { picture }),
    ...(settings === undefined ? {} : { settings }),
    ...(closed ? { closed } : {}),
    mutes: Object.fromEntries(mutes.map(({ member, until }) => [member, until])),
  };
}

/** What an event told of a status is newer than what an answer tells. */
function statusOf(known: Person | undefined, status: Status | undefined): Partial<Person> {
  if (known?.statusAsOf !== undefined) {
    const { status: told, statusAsOf } = known;
    return { statusAsOf, ...(told ? { status: told } : {}) };
  }
  return status ? { status } : {};
}

/** As of the status. */
function avatarOf(known: Person | undefined, avatar: string | undefined): Partial<Person> {
  if (known?.avatarAsOf !== undefined) {
    const { avatar: told, avatarAsOf } = known;
    return { avatarAsOf, ...(told ? { avatar: told } : {}) };
  }
  return avatar ? { avatar } : {};
}

/** Names come from the summary; presence only where no frame has told it, because frames are newer. */
function withPeople(state: ChatState, summary: ConversationView): ChatState {
  const people = { ...state.people };
  const presence = { ...state.presence };
  // Someone new has no names yet where the directory has not caught up.
  for (const { user, username, displayName, asOf = 0, status, avatar } of [
    ...(summary.former ?? []),
    ...summary.members,
  ])
    if (username !== null && displayName !== null && asOf >= (people[user]?.asOf ?? 0))
      people[user] = {
        ...statusOf(people[user], status),
        ...avatarOf(people[user], avatar),
        user,
        username,
        displayName,
        asOf,
      };
  for (const { user, erased, online, lastSeen } of summary.members)
    if (!erased) presence[user] ??= { online, lastSeen };
  return { ...state, people, presence };
}
