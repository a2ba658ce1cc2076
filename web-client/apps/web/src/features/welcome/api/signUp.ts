import { request } from '@parley/client/api/request';
import type { NewAccount, SignedIn } from '@parley/protocol/types';
import { deviceName } from '@/shared/text/deviceName';

export function signUp(account: NewAccount): Promise<SignedIn> {
  const body: NewAccount = { ...account, device: deviceName() };
  return request('SignedIn', '/accounts', { method: 'POST', body });
}
