import type { Feature } from '@/shared/feature/Feature';
import { ConversationKeys } from './ConversationKeys';
import { ConversationList } from './ConversationList';
import { MarkAllRead } from './MarkAllRead';
import { MessagePerson } from './MessagePerson';
import { NewConversationButton } from './NewConversationButton';
import { NothingOpen } from './NothingOpen';

/** The list of conversations, and the ways to one. */
export const conversations: Feature = {
  strips: [ConversationKeys],
  head: [MarkAllRead, NewConversationButton],
  side: [ConversationList],
  empty: [NothingOpen],
  personActions: [MessagePerson],
};
