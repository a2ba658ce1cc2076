import type { MessageVersion } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export async function fetchVersions(
  conversation: string,
  message: string,
  sequence: number,
): Promise<MessageVersion[]> {
  const path = `/conversations/${conversation}/messages/${message}/versions?sequence=${sequence}`;
  const { versions } = await session.call('MessageVersions', path);
  return versions;
}
