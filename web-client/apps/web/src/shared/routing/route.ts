/** Where in the application a person is. Kept in the fragment, so that a reload needs nothing from the server. */
export type Route =
  | { page: 'conversations' }
  /** With a number: one message of it. */
  | { page: 'conversation'; conversation: string; number?: number }
  /** A page that a feature registered, and what of it is shown. */
  | { page: 'feature'; path: string; of?: string }
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
  if (!page) return { page: 'conversations' };
  return { page: 'feature', path: page, ...(id ? { of: id } : {}) };
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
      return route.of === undefined ? `#/${route.path}` : `#/${route.path}/${route.of}`;
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

/** A link to someone's profile; whoever signs up by it talks to them next. */
export function invitationOf(username: string): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${hrefOf({ page: 'feature', path: 'u', of: username })}`;
}

/** Whose invitation somebody came by, if they did. */
export function inviterOf(place: Route): string | null {
  const of = place.page === 'feature' && place.path === 'u' ? place.of : undefined;
  return of !== undefined && /^[a-z0-9_.]{3,20}$/.test(of) ? of : null;
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
