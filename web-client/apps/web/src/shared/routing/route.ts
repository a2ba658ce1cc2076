/** Where in the application a person is. Kept in the fragment, so that a reload needs nothing from the server. */
export type Route =
  | { page: 'conversations' }
  /** With a number: one message of it. */
  | { page: 'conversation'; conversation: string; number?: number }
  /** A page that a feature registered. */
  | { page: 'feature'; path: string }
  | { page: 'erasure'; erasure: string }
  /** Of a link that leads into a group. */
  | { page: 'join'; code: string }
  /** With where to go once someone is signed in. */
  | { page: 'sign-in' | 'sign-up'; next?: Route };

export function parseRoute(hash: string): Route {
  const [path = '', search] = hash.replace(/^#\/?/, '').split('?');
  const [page, id, part, number] = path.split('/');
  if (page === 'c' && id) {
    const isNumber = part === 'm' && /^[1-9]\d{0,14}$/.test(number ?? '');
    return { page: 'conversation', conversation: id, ...(isNumber ? { number: Number(number) } : {}) };
  }
  if (page === 'erasure' && id) return { page, erasure: id };
  if (page === 'join' && id) return { page, code: id };
  if (page === 'sign-in' || page === 'sign-up') {
    const next = new URLSearchParams(search).get('next');
    return next ? { page, next: placeOf(parseRoute(next)) } : { page };
  }
  return page ? { page: 'feature', path: page } : { page: 'conversations' };
}

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'conversations':
      return '#/';
    case 'conversation': {
      const { conversation, number } = route;
      return number === undefined ? `#/c/${conversation}` : `#/c/${conversation}/m/${number}`;
    }
    case 'feature':
      return `#/${route.path}`;
    case 'erasure':
      return `#/erasure/${route.erasure}`;
    case 'join':
      return `#/join/${route.code}`;
    default: {
      const next = route.next && route.next.page !== 'conversations' ? hrefOf(route.next) : null;
      return next ? `#/${route.page}?${new URLSearchParams({ next })}` : `#/${route.page}`;
    }
  }
}

/** Where someone wants to be who has to sign in first. */
export function placeOf(route: Route): Route {
  if (route.page === 'erasure') return { page: 'conversations' };
  return route.page === 'sign-in' || route.page === 'sign-up'
    ? (route.next ?? { page: 'conversations' })
    : route;
}

export function go(route: Route): void {
  window.location.hash = hrefOf(route);
}

/** Goes somewhere in the place of where one is: Back does not return here. */
export function goInstead(route: Route): void {
  window.history.replaceState(null, '', hrefOf(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
