import { request } from '@/shared/api/request';
import type { SignedIn } from '@/shared/session/SignedIn';
import { deviceName } from '@/shared/text/deviceName';

export interface NewAccount {
  username: string;
  displayName: string;
  email: string;
  phone?: string;
  password: string;
}

export function signUp(account: NewAccount): Promise<SignedIn> {
  return request('/accounts', { method: 'POST', body: { ...account, device: deviceName() } });
}
