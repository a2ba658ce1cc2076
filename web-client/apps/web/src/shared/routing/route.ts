/** Where in the application a person is. Kept in the fragment, so that a reload needs nothing from the server. */
export type Route =
  | { page: 'conversations' }
  | { page: 'conversation'; conversation: string }
  | { page: 'sessions' }
  | { page: 'account' }
  | { page: 'erasure'; erasure: string }
  | { page: 'sign-in' }
  | { page: 'sign-up' };

export function parseRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'c' && id) return { page: 'conversation', conversation: id };
  if (page === 'erasure' && id) return { page, erasure: id };
  if (page === 'sessions' || page === 'account' || page === 'sign-in' || page === 'sign-up') return { page };
  return { page: 'conversations' };
}

export function hrefOf(route: Route): string {
  if (route.page === 'conversation') return `#/c/${route.conversation}`;
  if (route.page === 'erasure') return `#/erasure/${route.erasure}`;
  return route.page === 'conversations' ? '#/' : `#/${route.page}`;
}

export function go(route: Route): void {
  window.location.hash = hrefOf(route);
}
