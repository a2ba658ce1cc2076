import { lazily } from '@/shared/lazy/lazily';

export const LazyFirstRun = lazily(async () => (await import('./FirstRun')).FirstRun);
