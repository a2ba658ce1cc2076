import type { SignedIn, SignIn } from '@parley/protocol/types';
import { session } from '@/shared/session/session';
import { deviceName } from '@/shared/text/deviceName';

export type Credentials = Pick<SignIn, 'username' | 'password'>;

export function signIn(credentials: Credentials): Promise<SignedIn> {
  return session.signIn({ ...credentials, device: deviceName() });
}
