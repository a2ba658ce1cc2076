import type { ChatState, Conversation, Message } from './ChatState';
import { peerOf } from './peerOf';

/** Whether a message can be answered: while it is there, and somebody to read the answer. */
export function mayReply(state: ChatState, conversation: Conversation, { content }: Message): boolean {
  const isClosed = conversation.kind === 'direct' && peerOf(state, conversation).erased === true;
  return content.kind !== 'gone' && !isClosed;
}
