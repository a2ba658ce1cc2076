import { uuidv7 } from '@parley/client/text/uuidv7';
import type { GroupChanged } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** @param minutes for how long; null lets them speak again */
export function muteMember(group: string, user: string, minutes: number | null): Promise<GroupChanged> {
  const path = `/conversations/${group}/members/${user}/mute`;
  return minutes === null
    ? session.call('GroupChanged', path, { method: 'DELETE', key: uuidv7() })
    : session.call('GroupChanged', path, { method: 'PUT', key: uuidv7(), body: { minutes } });
}
