import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Two people, or those of a group, hear and see each other. All of it is fetched after the page has begun. */
export const calls: Feature = {
  strips: [
    lazily(async () => (await import('./CallStage')).CallStage),
    lazily(async () => (await import('./GroupCallStage')).GroupCallStage),
  ],
  conversationHead: [
    lazily(async () => (await import('./CallButtons')).CallButtons),
    lazily(async () => (await import('./GroupCallButton')).GroupCallButton),
  ],
  contents: { call: lazily(async () => (await import('./CallContent')).CallContent) },
};
