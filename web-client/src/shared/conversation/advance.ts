import type { EventFrame, MessageSent } from '@/shared/gateway/frames';
import type { Conversation, Message } from './ChatState';
import { raiseWatermark } from './raiseWatermark';

/** Applies the one event that follows what is applied. Names that are not known only count. */
export function advance(conversation: Conversation, event: EventFrame): Conversation {
  const { [event.sequence]: _, ...held } = conversation.held;
  const counted = { ...conversation, sequence: event.sequence, held };
  if (event.name !== 'conversation.message-sent.v1') return counted;
  const message = sentMessage(event);
  return {
    ...counted,
    lastNumber: message.number,
    lastMessage: { number: message.number, author: message.author, text: message.text, at: message.at },
    messages: [...counted.messages, message],
    watermarks: raiseWatermark(counted.watermarks, message.author, { readUpTo: message.number }),
  };
}

export function sentMessage(event: EventFrame): Message {
  const data = event.data as unknown as MessageSent;
  return {
    number: data.number,
    sequence: event.sequence,
    message: data.message,
    author: data.author,
    text: data.content?.text ?? null,
    at: event.at,
  };
}
