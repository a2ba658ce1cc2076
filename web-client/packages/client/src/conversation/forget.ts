import type { Conversation, Gone, Preview } from './ChatState';

/** A message without its text. What was deleted stays called that when its author's account is, too. */
export function withoutText<T extends Preview>(message: T, gone: Gone): T {
  return { ...message, text: null, gone: message.gone === 'deleted' ? 'deleted' : gone };
}

/** Takes the text from some of a conversation's messages; each keeps its place, number and time. */
export function forgetMessages(
  conversation: Conversation,
  concerned: (message: Preview) => boolean,
  gone: Gone,
): Conversation {
  const forget = <T extends Preview>(message: T) =>
    concerned(message) ? withoutText(message, gone) : message;
  return {
    ...conversation,
    messages: conversation.messages.map(forget),
    lastMessage: conversation.lastMessage && forget(conversation.lastMessage),
  };
}
