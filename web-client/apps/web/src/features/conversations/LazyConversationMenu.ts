import { lazily } from '@/shared/lazy/lazily';

export const LazyConversationMenu = lazily(async () => (await import('./ConversationMenu')).ConversationMenu);
