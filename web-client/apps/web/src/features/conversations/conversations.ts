import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { ConversationKeys } from './ConversationKeys';
import { ConversationList } from './ConversationList';
import { NewConversationButton } from './NewConversationButton';

/** The list of conversations, and the ways to one. */
export const conversations: Feature = {
  strips: [ConversationKeys],
  head: [lazily(async () => (await import('./MarkAllRead')).MarkAllRead), NewConversationButton],
  side: [ConversationList],
  empty: [lazily(async () => (await import('./NothingOpen')).NothingOpen)],
  pages: [{ path: 'talk', load: async () => (await import('./TalkPage')).TalkPage }],
  conversationHead: [
    lazily(async () => (await import('./ConversationOptionsButton')).ConversationOptionsButton),
  ],
  personActions: [lazily(async () => (await import('./MessagePerson')).MessagePerson)],
};
