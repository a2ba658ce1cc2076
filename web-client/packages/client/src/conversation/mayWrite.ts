import type { ChatState, Conversation } from './ChatState';
import { mutedUntil } from './mutes';
import { peerOf } from './peerOf';
import { may } from './roles';

/**
 * Why nothing can be written here: nobody is left, the other's request is to be accepted first, the group is closed, one's role does not allow it, or one is muted.
 * Null where one can.
 */
export type NoWriting = 'erased' | 'request' | 'closed' | 'role' | 'muted' | null;

export function whyNotWriting(state: ChatState, conversation: Conversation): NoWriting {
  if (conversation.kind === 'direct')
    return peerOf(state, conversation).erased ? 'erased' : conversation.request ? 'request' : null;
  if (conversation.closed) return 'closed';
  if (!may(conversation, state.me, 'write')) return 'role';
  return mutedUntil(conversation, state.me, Date.now()) ? 'muted' : null;
}
