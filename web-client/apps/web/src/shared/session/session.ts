import { Session } from '@parley/client/session/Session';
import { http } from '@/shared/api/http';
import { deviceStorage } from '@/shared/storage/deviceStorage';
import { exclusively } from './exclusively';

/** Who is signed in in this browser. */
export const session = new Session({
  http,
  storage: deviceStorage,
  client: 'browser',
  mayBeSignedIn: () => document.cookie.includes('__Host-parley-signed-in='),
  exclusively,
});
