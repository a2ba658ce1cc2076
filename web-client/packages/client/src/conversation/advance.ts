import { is } from '@parley/protocol/is';
import type { EventView, MessageDeleted, MessageSentEventView } from '@parley/protocol/types';
import { withoutMessage, withSaid } from './about';
import type { Conversation, Message } from './ChatState';
import { forgetMessages } from './forget';
import { raiseWatermark } from './raiseWatermark';

/** Applies the one event that follows what is applied. Names that are not known only count. */
export function advance(conversation: Conversation, event: EventView): Conversation {
  const { [event.sequence]: _, ...held } = conversation.held;
  const counted = { ...conversation, sequence: event.sequence, held };
  if (is('KnownAboutView', event)) return { ...counted, about: withSaid(counted.about, event) };
  if (!is('KnownEventView', event)) return counted;
  switch (event.name) {
    case 'conversation.message-sent.v1':
      return sent(counted, sentMessage(event));
    case 'conversation.message-deleted.v1':
      return deleted(counted, event.data);
    case 'conversation.member-added.v1':
      return withMember(counted, event.data.member);
    case 'conversation.member-left.v1':
    case 'conversation.member-removed.v1':
      return withoutMember(counted, event.data.member);
    default:
      return counted;
  }
}

function sent(conversation: Conversation, message: Message): Conversation {
  return {
    ...conversation,
    lastNumber: message.number,
    lastMessage: { number: message.number, author: message.author, text: message.text, at: message.at },
    messages: [...conversation.messages, message],
    watermarks: raiseWatermark(conversation.watermarks, message.author, { readUpTo: message.number }),
  };
}

function deleted(conversation: Conversation, { number, message }: MessageDeleted): Conversation {
  const forgotten = forgetMessages(conversation, (each) => each.number === number, 'deleted');
  const about = withoutMessage(conversation.about, number);
  return { ...forgotten, about, deleted: [...conversation.deleted, message] };
}

function withMember(conversation: Conversation, member: string): Conversation {
  const { members, ...same } = withoutMember(conversation, member);
  return { ...same, members: [...members, member] };
}

function withoutMember(conversation: Conversation, member: string): Conversation {
  return { ...conversation, members: conversation.members.filter((each) => each !== member) };
}

export function sentMessage(event: MessageSentEventView): Message {
  const { data } = event;
  return {
    number: data.number,
    sequence: event.sequence,
    message: data.message,
    author: data.author,
    text: data.content?.text ?? null,
    at: event.at,
  };
}
