/* global __FILES__, __VERSION__ */

/**
 * Keeps the files of this release, so that the page opens without a connection and from the second time on without waiting for it. What the
 * API answers never passes through here. A page goes on with the files it began with: those of the release before are kept as well.
 */
const CACHE = `parley ${__VERSION__}`;
const PAGE = '/';

self.addEventListener('install', (event) => {
  const kept = caches.open(CACHE).then((cache) => cache.addAll(__FILES__));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldReleases().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (mode === 'navigate' && pathname !== PAGE) return;
  event.respondWith(keptOrFetched(event.request));
});

async function keptOrFetched(request) {
  const cache = await caches.open(CACHE);
  const found = (await cache.match(request)) ?? (await caches.match(request));
  return found ?? fetch(request);
}

/** Caches are named in the order they were made. */
async function forgetOldReleases() {
  const names = (await caches.keys()).filter((name) => name.startsWith('parley '));
  const older = names.filter((name) => name !== CACHE).slice(0, -1);
  await Promise.all(older.map((name) => caches.delete(name)));
}
