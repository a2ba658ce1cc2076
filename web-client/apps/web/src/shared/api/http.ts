import { Http } from '@parley/client/api/Http';

/** The HTTP API of the server this page came from. */
export const http = new Http('/api', (url, init) => fetch(url, { cache: 'no-store', ...init }));
