import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Two people hear and see each other. All of it is fetched after the page has begun. */
export const calls: Feature = {
  strips: [lazily(async () => (await import('./CallStage')).CallStage)],
  conversationHead: [lazily(async () => (await import('./CallButtons')).CallButtons)],
  contents: { call: lazily(async () => (await import('./CallContent')).CallContent) },
};
