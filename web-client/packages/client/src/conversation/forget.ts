import type { Conversation, Message, Preview } from './ChatState';
import type { Gone, GoneContent } from './content';
import { mapMessages } from './timeline';

/** A message without what it said and when it was edited; one that was deleted does not tell what it answered either, nor that it was sent on. */
export function withoutContent(message: Message, why: Gone): Message {
  const { edited: _, replyTo, forwarded, ...place } = message;
  const content = gone(message, why);
  if (content.why === 'deleted') return { ...place, content };
  return { ...place, ...(replyTo ? { replyTo } : {}), ...(forwarded ? { forwarded } : {}), content };
}

/** What was deleted stays called that when its author's account is, too. */
function gone({ content }: Preview, why: Gone): GoneContent {
  const deleted = content.kind === 'gone' && content.why === 'deleted';
  return { kind: 'gone', why: deleted ? 'deleted' : why };
}

/** Takes the content from some of a conversation's messages; each keeps its place, number and time. */
export function forgetMessages(
  conversation: Conversation,
  concerned: (message: Preview) => boolean,
  why: Gone,
): Conversation {
  const { lastMessage } = conversation;
  return {
    ...conversation,
    timeline: mapMessages(conversation.timeline, (message) =>
      concerned(message) ? withoutContent(message, why) : message,
    ),
    lastMessage:
      lastMessage && concerned(lastMessage)
        ? { ...lastMessage, content: gone(lastMessage, why) }
        : lastMessage,
  };
}
