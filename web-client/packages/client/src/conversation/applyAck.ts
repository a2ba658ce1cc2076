import { is } from '@parley/protocol/is';
import type { AckFrame } from '../gateway/frames';
import { applyEvent } from './applyEvent';
import type { ChatState, OutboxEntry } from './ChatState';
import { stepOutbox } from './outboxSteps';

/** An acknowledged message is an event like any other; the gateway's own frame of it may come before or after. */
export function applyAck(state: ChatState, entry: OutboxEntry, ack: AckFrame): ChatState {
  const acknowledged = stepOutbox(state, entry.message, 'acknowledged');
  // What the server found in files is told by the event alone.
  if (!is('MessageAck', ack) || entry.files) return acknowledged;
  const applied = applyEvent(acknowledged, {
    conversation: entry.conversation,
    sequence: ack.sequence,
    position: ack.position,
    at: ack.at,
    name: ack.number > 0 ? 'conversation.message-sent.v1' : 'conversation.reply-sent.v1',
    data: {
      conversation: entry.conversation,
      number: ack.number,
      author: state.me,
      message: entry.message,
      ...(ack.thread ? { thread: ack.thread } : {}),
      ...(entry.replyTo ? { replyTo: entry.replyTo } : {}),
      ...(entry.forwarded ? { forwarded: true } : {}),
      content: ack.gone ? null : wordsOf(entry),
    },
  });
  const reached = applied.conversations[entry.conversation]?.sequence ?? -1;
  if (reached < ack.sequence) return applied;
  return { ...applied, outbox: applied.outbox.filter((other) => other.message !== entry.message) };
}

function wordsOf({ content: { text, mentions, link } }: OutboxEntry) {
  return { text, ...(mentions?.length ? { mentions: [...mentions] } : {}), ...(link ? { link } : {}) };
}
