import type { Person } from '@parley/client/conversation/ChatState';
import type { Person as Told } from '@parley/protocol/types';

/** Someone as an answer tells of them, as those are held who are known from conversations. */
export function personOf({
  user,
  username,
  displayName,
  asOf,
  erased,
  status,
  avatar,
}: Pick<Told, 'user' | 'username' | 'displayName' | 'asOf' | 'erased' | 'status' | 'avatar'>): Person {
  return {
    user,
    username: username ?? '',
    displayName: displayName ?? '',
    ...(asOf === undefined ? {} : { asOf }),
    ...(erased ? { erased } : {}),
    ...(status ? { status } : {}),
    ...(avatar ? { avatar } : {}),
  };
}
