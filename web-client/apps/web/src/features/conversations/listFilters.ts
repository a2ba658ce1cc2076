import { arrangementOf } from '@parley/client/conversation/arrangement';
import type { ChatState, Conversation } from '@parley/client/conversation/ChatState';
import { waiting } from '@parley/client/conversation/unread';

/** Which conversations the list shows. */
export const LIST_FILTERS = ['all', 'requests', 'unread', 'favourites', 'groups', 'archive'] as const;

export type ListFilter = (typeof LIST_FILTERS)[number];

/** What is put away is shown in the archive only, and so is a request that is ignored; one that is not, where requests are. */
export function isListed(state: ChatState, conversation: Conversation, filter: ListFilter): boolean {
  if (conversation.request)
    return (
      conversation.lastMessage !== null &&
      filter === (conversation.request === 'ignored' ? 'archive' : 'requests')
    );
  const { archived, favourite } = arrangementOf(state, conversation.conversation);
  if (archived !== (filter === 'archive')) return false;
  if (filter === 'unread') return waiting(state, conversation) > 0;
  if (filter === 'favourites') return favourite;
  return filter === 'groups' ? conversation.kind === 'group' : filter !== 'requests';
}
