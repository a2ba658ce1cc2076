import { request } from '@/shared/api/request';
import type { SignedIn } from '@/shared/session/SignedIn';
import { deviceName } from '@/shared/text/deviceName';

export interface Credentials {
  username: string;
  password: string;
}

export function signIn(credentials: Credentials): Promise<SignedIn> {
  return request('/sessions', { method: 'POST', body: { ...credentials, device: deviceName() } });
}
