import type { Link } from '@parley/client/conversation/content';
import type { ShownLink } from '@parley/client/sync/Outbox';
import { holdLinkPicture } from '@/shared/link/linkPictures';
import { session } from '@/shared/session/session';

/** Has the server look at a page; rejects where there is nothing to show of it. */
export async function previewLink(url: string, signal: AbortSignal): Promise<ShownLink> {
  const { link, title, description, picture } = await session.call('LinkPreviewDraft', '/link-previews', {
    method: 'POST',
    body: { url },
    signal,
  });
  const preview: Link = { url, title, ...(description ? { description } : {}) };
  if (!picture) return { id: link, preview };
  holdLinkPicture(link, jpeg(picture.jpeg));
  const { width, height } = picture;
  return { id: link, preview: { ...preview, picture: { id: link, width, height } } };
}

function jpeg(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}
