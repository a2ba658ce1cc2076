import type { NewAccount, SignedIn } from '@parley/protocol/types';
import { session } from '@/shared/session/session';
import { deviceName } from '@/shared/text/deviceName';

export function signUp(account: Omit<NewAccount, 'client'>): Promise<SignedIn> {
  return session.signUp({ ...account, device: deviceName() });
}
