import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { ConversationList } from './ConversationList';
import { NewConversationButton } from './NewConversationButton';
import { NothingOpen } from './NothingOpen';

/** The list of conversations, and the ways to one. */
export const conversations: Feature = {
  strips: [lazily(async () => (await import('./ConversationKeys')).ConversationKeys)],
  head: [lazily(async () => (await import('./MarkAllRead')).MarkAllRead), NewConversationButton],
  side: [ConversationList],
  empty: [NothingOpen],
  conversationHead: [
    lazily(async () => (await import('./ConversationOptionsButton')).ConversationOptionsButton),
  ],
  personActions: [lazily(async () => (await import('./MessagePerson')).MessagePerson)],
};
