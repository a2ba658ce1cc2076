import { request } from '@parley/client/api/request';
import type { SignedIn, SignIn } from '@parley/protocol/types';
import { deviceName } from '@/shared/text/deviceName';

export type Credentials = Pick<SignIn, 'username' | 'password'>;

export function signIn(credentials: Credentials): Promise<SignedIn> {
  const body: SignIn = { ...credentials, device: deviceName() };
  return request('SignedIn', '/sessions', { method: 'POST', body });
}
