import type { ChatState, Conversation, Message } from './ChatState';
import { whyNotWriting } from './mayWrite';

/** Whether a message can be answered: while it is there, and one can write. */
export function mayReply(state: ChatState, conversation: Conversation, { content }: Message): boolean {
  return content.kind !== 'gone' && whyNotWriting(state, conversation) === null;
}
