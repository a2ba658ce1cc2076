import type { FollowedThreads } from '@parley/protocol/types';
import type { Call } from '../../api/Http';

export function fetchFollowedThreads(call: Call, position: number | undefined): Promise<FollowedThreads> {
  return call('FollowedThreads', '/threads', { after: position });
}
