import { thumbHashToDataURL } from 'thumbhash';

const made = new Map<string, string | null>();

/** A very small picture, to be shown until the picture is there. */
export function thumbhashUrl(thumbhash: string | null | undefined): string | null {
  if (!thumbhash) return null;
  const known = made.get(thumbhash);
  if (known !== undefined) return known;
  let url: string | null = null;
  try {
    url = thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (each) => each.charCodeAt(0)));
  } catch {
    // Whoever sent it said something else than a thumbhash.
  }
  made.set(thumbhash, url);
  return url;
}
