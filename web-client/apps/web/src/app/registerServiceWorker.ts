import { workerAddress } from './workerAddress';

/** Lets the page open without a connection, where it was built and the browser lets it (HTTPS and localhost). */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Without it the page is read from the server as ever.
  navigator.serviceWorker.register(workerAddress()).catch(() => {});
}
