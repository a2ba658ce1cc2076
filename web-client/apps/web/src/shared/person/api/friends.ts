import { uuidv7 } from '@parley/client/text/uuidv7';
import type { FriendChanged, FriendList } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** @param after the position of a change that is known of */
export function fetchFriends(after: number | undefined): Promise<FriendList> {
  return session.call('FriendList', '/me/friends', { after });
}

/** What can be done about being someone's friend. */
export type FriendStep = 'ask' | 'withdraw' | 'accept' | 'reject' | 'remove';

const REQUESTS: Record<FriendStep, (user: string) => { method: 'PUT' | 'DELETE'; path: string }> = {
  ask: (user) => ({ method: 'PUT', path: `/me/friend-requests/${user}` }),
  withdraw: (user) => ({ method: 'DELETE', path: `/me/friend-requests/${user}` }),
  accept: (user) => ({ method: 'PUT', path: `/me/friends/${user}` }),
  reject: (user) => ({ method: 'DELETE', path: `/me/friends/${user}/request` }),
  remove: (user) => ({ method: 'DELETE', path: `/me/friends/${user}` }),
};

/** @param line what is said with a request */
export function changeFriend(user: string, step: FriendStep, line = ''): Promise<FriendChanged> {
  const { method, path } = REQUESTS[step](user);
  return session.call('FriendChanged', path, {
    method,
    key: uuidv7(),
    ...(step === 'ask' ? { body: { line } } : {}),
  });
}
