import type { MediaPage } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function fetchMedia(conversation: string, kind: string, cursor: string): Promise<MediaPage> {
  const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  return session.call('MediaPage', `/conversations/${conversation}/media?kind=${kind}${more}`);
}
