import type { ConversationView, LastMessage } from '@parley/protocol/types';
import { applyErased } from './applyErased';
import { applyEvent } from './applyEvent';
import { applyReceipt } from './applyReceipt';
import type { ChatState, Conversation, Preview } from './ChatState';
import { contentOf } from './content';
import { isErased } from './erasedPerson';
import { raiseWatermark } from './raiseWatermark';
import { replaceConversation } from './replaceConversation';
import { NOTHING_HELD } from './timeline';

/**
 * Takes a conversation as a view answered it, which may be older or newer than what frames have told. A conversation
 * not held begins where the summary stands; one that is held only learns how far it should be.
 */
export function applySummary(state: ChatState, summary: ConversationView): ChatState {
  const held = state.conversations[summary.conversation];
  const known = held
    ? { ...held, ...nameIn(summary), knownSequence: Math.max(held.knownSequence, summary.lastSequence) }
    : beginning(summary);
  let watermarks = raiseWatermark(known.watermarks, state.me, { readUpTo: summary.readUpTo });
  for (const { member, ...reached } of summary.watermarks)
    watermarks = raiseWatermark(watermarks, member, reached);
  const { [summary.conversation]: pendingFrames = [], ...otherPendingFrames } = state.pendingFrames;
  const adopted = replaceConversation(
    { ...withPeople(state, summary), pendingFrames: otherPendingFrames },
    { ...known, watermarks },
  );
  const erased = summary.members.filter((member) => member.erased || isErased(state.people, member.user));
  return pendingFrames.reduce<ChatState>(
    (current, frame) => ('sequence' in frame ? applyEvent(current, frame) : applyReceipt(current, frame)),
    erased.reduce((current, member) => applyErased(current, member.user), adopted),
  );
}

function beginning(summary: ConversationView): Conversation {
  return {
    conversation: summary.conversation,
    kind: summary.kind,
    ...nameIn(summary),
    members: summary.members.map((member) => member.user),
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
  };
}

function previewOf(last: LastMessage | null): Preview | null {
  return last && { number: last.number, author: last.author, content: contentOf(last), at: last.at };
}

function nameIn({ name }: ConversationView): Pick<Conversation, 'name'> {
  return name === undefined ? {} : { name };
}

/** Names come from the summary; presence only where no frame has told it, because frames are newer. */
function withPeople(state: ChatState, summary: ConversationView): ChatState {
  const people = { ...state.people };
  const presence = { ...state.presence };
  for (const member of summary.members) {
    if (member.erased) continue;
    const { user, username, displayName, online, lastSeen, asOf = 0 } = member;
    const newer = asOf >= (people[user]?.asOf ?? 0);
    // Someone new has no names yet where the directory has not caught up.
    if (username !== null && displayName !== null && newer)
      people[user] = { user, username, displayName, asOf };
    presence[user] ??= { online, lastSeen };
  }
  return { ...state, people, presence };
}
