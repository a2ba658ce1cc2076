import type { EventView } from '@parley/protocol/types';
import { advance } from './advance';
import type { ChatState, Conversation } from './ChatState';
import { keepPendingFrame } from './keepPendingFrame';
import { leave } from './leave';
import { replaceConversation } from './replaceConversation';
import { isFollowed } from './threads';
import { messageWith, rangeWith } from './timeline';
import { withoutErasedText } from './withoutErasedText';

/** Takes an event in whatever order and however often it comes; each is applied once and in sequence. */
export function applyEvent(state: ChatState, received: EventView): ChatState {
  const event = withoutErasedText(state.people, received);
  const conversation = state.conversations[event.conversation];
  if (!conversation) return isAfterLeaving(state, event) ? keepPendingFrame(state, event) : state;
  if (event.sequence <= conversation.sequence) return state;
  const applied = drain({
    ...conversation,
    knownSequence: Math.max(conversation.knownSequence, event.sequence),
    held: { ...conversation.held, [event.sequence]: event },
  });
  if (!applied.members.includes(state.me)) return leave(state, applied);
  const replaced = replaceConversation(state, applied);
  return afterEdits(
    afterDeletions(
      afterReplies(afterMessages(replaced, conversation, applied), conversation, applied),
      conversation,
      applied,
    ),
    applied,
  );
}

function isAfterLeaving({ left }: ChatState, { conversation, sequence }: EventView): boolean {
  return sequence > (left[conversation] ?? -1);
}

function drain(conversation: Conversation): Conversation {
  let current = conversation;
  for (;;) {
    const next = current.held[current.sequence + 1];
    if (!next) return current;
    current = advance(current, next);
  }
}

/** What newly applied messages change besides their conversation. */
function afterMessages(state: ChatState, before: Conversation, after: Conversation): ChatState {
  if (after.lastNumber === before.lastNumber) return state;
  const { messages } = rangeWith(after.timeline, after.lastNumber) ?? { messages: [] };
  const first = messages.findLastIndex(({ number }) => number <= before.lastNumber) + 1;
  const added = messages.slice(first).filter(({ number }) => number <= after.lastNumber);
  const own = new Set(added.filter(({ author }) => author === state.me).map(({ message }) => message));
  const { [after.conversation]: typing, ...others } = state.typing;
  const still = Object.entries(typing ?? {}).filter(
    ([user]) => !added.some((message) => message.author === user),
  );
  // A call rings, or is missed: that is told by itself.
  const foreign = added.findLast(
    ({ author, content }) => author !== state.me && !['gone', 'call'].includes(content.kind),
  );
  return {
    ...state,
    outbox: state.outbox.filter(
      (entry) => entry.conversation !== after.conversation || !own.has(entry.message),
    ),
    typing: still.length > 0 ? { ...others, [after.conversation]: Object.fromEntries(still) } : others,
    arrival: foreign ? { ...foreign, conversation: after.conversation } : state.arrival,
  };
}

/** What was said in threads alone: one's own is on its way no more, and what is new in those that this person follows is announced. */
function afterReplies(state: ChatState, before: Conversation, after: Conversation): ChatState {
  if (after.threads === before.threads) return state;
  const added = Object.values(after.threads ?? {}).flatMap((thread) => {
    const last = before.threads?.[thread.root.number]?.last ?? 0;
    return thread.recent.filter(({ number }) => number > last).map((reply) => ({ thread, reply }));
  });
  if (added.length === 0) return state;
  const said = added.flatMap(({ thread, reply }) => {
    const message = messageWith(after.timeline, reply.message);
    return message ? [{ thread, message }] : [];
  });
  const own = new Set(
    said.filter(({ message }) => message.author === state.me).map(({ message }) => message.message),
  );
  const foreign = said.findLast(
    ({ thread, message }) =>
      message.author !== state.me && message.content.kind !== 'gone' && isFollowed(thread, state.me),
  );
  return {
    ...state,
    outbox: state.outbox.filter(
      (entry) => entry.conversation !== after.conversation || !own.has(entry.message),
    ),
    arrival: foreign ? { ...foreign.message, conversation: after.conversation } : state.arrival,
  };
}

/** What newly deleted messages leave beside their conversation. */
function afterDeletions(state: ChatState, before: Conversation, after: Conversation): ChatState {
  const deleted = new Set(after.deleted.slice(before.deleted.length));
  if (deleted.size === 0) return state;
  return {
    ...state,
    commands: state.commands.filter(({ subject }) => !deleted.has(subject)),
    arrival: state.arrival && deleted.has(state.arrival.message) ? null : state.arrival,
  };
}

/** What was edited is not announced as it was. */
function afterEdits(state: ChatState, { conversation, timeline, lastNumber }: Conversation): ChatState {
  const { arrival } = state;
  if (!arrival || arrival.conversation !== conversation) return state;
  const { messages } = rangeWith(timeline, lastNumber) ?? { messages: [] };
  const now = messages.findLast(
    ({ message, author }) => message === arrival.message && author === arrival.author,
  );
  return now?.edited ? { ...state, arrival: null } : state;
}
