import type { Conversation, Preview } from './ChatState';
import type { Gone } from './content';
import { mapMessages } from './timeline';

/** A message without its content. What was deleted stays called that when its author's account is, too. */
export function withoutContent<T extends Preview>(message: T, why: Gone): T {
  const deleted = message.content.kind === 'gone' && message.content.why === 'deleted';
  return { ...message, content: { kind: 'gone', why: deleted ? 'deleted' : why } };
}

/** Takes the content from some of a conversation's messages; each keeps its place, number and time. */
export function forgetMessages(
  conversation: Conversation,
  concerned: (message: Preview) => boolean,
  why: Gone,
): Conversation {
  const forget = <T extends Preview>(message: T) =>
    concerned(message) ? withoutContent(message, why) : message;
  return {
    ...conversation,
    timeline: mapMessages(conversation.timeline, forget),
    lastMessage: conversation.lastMessage && forget(conversation.lastMessage),
  };
}
