import { fetchLazyParts } from '@/shared/lazy/lazily';
import { loadParser } from '@/shared/markup/parser';
import { features } from './features';
import { registerServiceWorker } from './registerServiceWorker';

/** By then the first conversation is open. */
const LATER_MS = 4_000;
const idle = window.requestIdleCallback ?? ((action: () => void) => setTimeout(action));

/** Fetches what the page did not begin with, and lets the browser keep all of it. */
export function fetchLater(): void {
  setTimeout(() => {
    idle(() => {
      fetchLazyParts();
      void loadParser();
      for (const { pages } of features) for (const { load } of pages ?? []) load().catch(() => {});
    });
    registerServiceWorker();
  }, LATER_MS);
}
