import type {
  CallChanged,
  ConversationView,
  Deleted,
  EventFrame,
  MessageAck,
  MessageSentEventFrame,
  MessageView,
} from '@parley/protocol/types';
import type { HistoryPage } from '../conversation/applyHistory';
import { applySummary } from '../conversation/applySummary';
import { type ChatState, type Conversation, emptyChat, type Message } from '../conversation/ChatState';

export const ALICE = '00000000-0000-7000-8000-00000000000a';
export const BOB = '00000000-0000-7000-8000-00000000000b';
export const TALK = '00000000-0000-7000-8000-0000000000c1';

/** The event with a sequence in a log whose message `n` is at sequence `n`, by Bob when odd and Alice when even. */
export function eventAt(sequence: number): EventFrame {
  return sequence === 0 ? startedAt() : messageEventAt(sequence);
}

function startedAt(): EventFrame {
  const data = { conversation: TALK, members: [ALICE, BOB], startedBy: ALICE };
  return { ...placeOf(0), name: 'conversation.direct-started.v1', data };
}

export function messageEventAt(sequence: number): MessageSentEventFrame {
  return {
    ...placeOf(sequence),
    name: 'conversation.message-sent.v1',
    data: {
      conversation: TALK,
      number: sequence,
      author: authorOf(sequence),
      message: `m${sequence}`,
      content: { text: `text ${sequence}` },
    },
  };
}

/** The event that deletes a message, at the sequence where it is recorded. */
export function deletionAt(sequence: number, number: number): EventFrame {
  return {
    ...placeOf(sequence),
    name: 'conversation.message-deleted.v1',
    data: {
      conversation: TALK,
      number,
      target: number,
      message: `m${number}`,
      author: authorOf(number),
    },
  };
}

/** Someone's reactions to a message are these, from the sequence on where it is recorded. */
export function reactionsAt(
  sequence: number,
  number: number,
  member: string,
  ...emojis: string[]
): EventFrame {
  return {
    ...placeOf(sequence),
    name: 'conversation.reactions-changed.v1',
    data: {
      conversation: TALK,
      number,
      target: number,
      message: `m${number}`,
      member,
      content: { emojis },
    },
  };
}

/** Someone calls, in the message with the number of its sequence. */
export function callAt(
  sequence: number,
  call: 'audio' | 'video' = 'audio',
  at = timeOf(sequence),
): EventFrame {
  const event = messageEventAt(sequence);
  return { ...event, at, data: { ...event.data, call, content: { text: '' } } };
}

/** What becomes of the call that a message stands for, at the sequence where that is recorded. */
export function callChangeAt(
  sequence: number,
  number: number,
  member: string,
  state: CallChanged['state'],
  seconds = 0,
): EventFrame {
  const data = { conversation: TALK, number, target: number, message: `m${number}`, member, state };
  return {
    ...placeOf(sequence),
    name: 'conversation.call-changed.v1',
    data: { ...data, content: { seconds } },
  };
}

/** Somebody, here alice, is muted in a group until then, or not any more. */
export function muteAt(sequence: number, until: string | null): EventFrame {
  return {
    ...placeOf(sequence),
    name: 'conversation.mute-changed.v1',
    data: { conversation: TALK, member: ALICE, until, changedBy: BOB },
  };
}

/** The author of a message gives it another text, at the sequence where that is recorded. */
export function editAt(sequence: number, number: number, text: string): EventFrame {
  return {
    ...placeOf(sequence),
    name: 'conversation.message-edited.v1',
    data: {
      conversation: TALK,
      number,
      target: number,
      message: `m${number}`,
      member: authorOf(number),
      content: { text },
    },
  };
}

function placeOf(sequence: number) {
  const place = { conversation: TALK, sequence, position: 100 + sequence, at: timeOf(sequence) };
  return { ...place, type: 'event', cursor: `k${sequence}` } as const;
}

/** That the message of one's own at a sequence was recorded. */
export function sentAckAt(sequence: number, ref: string, message: string): MessageAck {
  const { conversation, at } = placeOf(sequence);
  return {
    type: 'ack',
    ref,
    conversation,
    message,
    sequence,
    number: sequence,
    at,
    position: 9,
    gone: false,
  };
}

/** The answer to the deletion of a message, recorded at a sequence. */
export function deletedAt(sequence: number): Deleted {
  return { conversation: TALK, message: 'm2', sequence, recorded: timeOf(sequence), position: 9 };
}

export function authorOf(number: number): string {
  return number % 2 === 1 ? BOB : ALICE;
}

/** What a view answers of the messages from one number to another, newest first. */
export function pageOf(from: number, to: number): HistoryPage {
  const items = Array.from({ length: to - from + 1 }, (_, i) => viewOf(to - i));
  return { from, to, items };
}

export function viewOf(number: number): MessageView {
  const place = { number, sequence: number, message: `m${number}`, author: authorOf(number) };
  return { ...place, text: `text ${number}`, at: timeOf(number) };
}

/** Every message that is held of a conversation. */
export function messagesIn(conversation: Conversation | undefined): Message[] {
  return conversation?.timeline.flatMap(({ messages }) => messages) ?? [];
}

/** What a view answers when it has seen events up to a sequence. */
export function summaryAt(sequence: number): ConversationView {
  const watermarks = [ALICE, BOB].map((member) => {
    const own = sequence > 0 && authorOf(sequence) === member ? sequence : Math.max(0, sequence - 1);
    return { member, deliveredUpTo: own, readUpTo: own };
  });
  return {
    conversation: TALK,
    kind: 'direct',
    members: [
      { user: ALICE, username: 'alice', displayName: 'Alice Archer', online: true, lastSeen: null },
      { user: BOB, username: 'bob', displayName: 'Bob Brown', online: false, lastSeen: timeOf(0) },
    ],
    lastSequence: sequence,
    lastNumber: sequence,
    lastMessage:
      sequence === 0
        ? null
        : { number: sequence, author: authorOf(sequence), text: `text ${sequence}`, at: timeOf(sequence) },
    unread: 0,
    readUpTo: watermarks[0]?.readUpTo ?? 0,
    watermarks,
    startedAt: timeOf(0),
  };
}

/** Alice's state, with the conversation read from a view that has seen events up to a sequence. */
export function stateAt(sequence: number): ChatState {
  return applySummary(emptyChat(ALICE), summaryAt(sequence));
}

export function timeOf(sequence: number): string {
  return new Date(Date.UTC(2026, 0, 5, 9, 0, sequence)).toISOString();
}

/** A message is pinned by Alice, or pinned no more, at the sequence where that is recorded. */
export function pinAt(sequence: number, number: number, pinned = true): EventFrame {
  const data = { conversation: TALK, number, target: number, message: `m${number}`, member: ALICE };
  return pinned
    ? { ...placeOf(sequence), name: 'conversation.message-pinned.v1', data }
    : { ...placeOf(sequence), name: 'conversation.message-unpinned.v1', data };
}
