import { workerAddress } from './workerAddress';

/** The files are fetched once more for the worker: by then the first conversation is open. */
const LATER_MS = 4_000;

/** Lets the page open without a connection, where it was built and the browser lets it (HTTPS and localhost). */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // Without it the page is read from the server as ever.
    navigator.serviceWorker.register(workerAddress()).catch(() => {});
  }, LATER_MS);
}
