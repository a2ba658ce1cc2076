import type { ChatState, Conversation } from './ChatState';
import { peerOf } from './peerOf';
import { may } from './roles';

/**
 * Why nothing can be written here: nobody is left, the other's request is to be accepted first, the group is closed, or one's role does not allow it.
 * Null where one can.
 */
export type NoWriting = 'erased' | 'request' | 'closed' | 'role' | null;

export function whyNotWriting(state: ChatState, conversation: Conversation): NoWriting {
  if (conversation.kind === 'direct')
    return peerOf(state, conversation).erased ? 'erased' : conversation.request ? 'request' : null;
  if (conversation.closed) return 'closed';
  return may(conversation, state.me, 'write') ? null : 'role';
}
