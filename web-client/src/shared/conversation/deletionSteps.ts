import { is } from '@/shared/contract/is';
import type { AckFrame } from '@/shared/gateway/frames';
import { applyEvent } from './applyEvent';
import type { ChatState, Deletion } from './ChatState';

export function askDeletion(state: ChatState, deletion: Deletion): ChatState {
  return { ...state, deletions: [...dropDeletion(state, deletion.message).deletions, deletion] };
}

export function refuseDeletion(state: ChatState, message: string, reason: string): ChatState {
  const refused = (each: Deletion) => (each.message === message ? { ...each, reason } : each);
  return { ...state, deletions: state.deletions.map(refused) };
}

export function dropDeletion(state: ChatState, message: string): ChatState {
  return { ...state, deletions: state.deletions.filter((each) => each.message !== message) };
}

/** An acknowledged deletion is an event like any other; the gateway's own frame of it may come before or after. */
export function applyDeletionAck(state: ChatState, deletion: Deletion, ack: AckFrame): ChatState {
  const { conversation, message, number, sequence: target, at } = deletion;
  if (!is('DeletedAck', ack)) return dropDeletion(state, message);
  const applied = applyEvent(state, {
    conversation,
    sequence: ack.sequence,
    position: ack.position,
    at,
    name: 'conversation.message-deleted.v1',
    data: { conversation, number, target, message, author: state.me },
  });
  const reached = applied.conversations[conversation]?.sequence ?? -1;
  return reached < ack.sequence ? applied : dropDeletion(applied, message);
}
