import { createStore } from 'zustand/vanilla';
import { session } from '@/shared/session/session';

/** The pictures of pages that were fetched, by their ids, as addresses within this page. */
export const linkPictures = createStore<Record<string, string>>(() => ({}));

const asked = new Set<string>();

// What one person was shown is not for the next.
session.store.subscribe(({ phase }) => {
  if (phase === 'signed-in') return;
  for (const address of Object.values(linkPictures.getState())) URL.revokeObjectURL(address);
  linkPictures.setState({}, true);
  asked.clear();
});

export function holdLinkPicture(id: string, picture: Blob): void {
  if (linkPictures.getState()[id]) return;
  linkPictures.setState({ [id]: URL.createObjectURL(picture) });
}

/** Fetches the picture that a message shows, once. One that could not be fetched is asked for again by whoever shows it next. */
export async function fetchLinkPicture(id: string, path: string): Promise<void> {
  if (asked.has(id) || linkPictures.getState()[id]) return;
  asked.add(id);
  try {
    holdLinkPicture(id, await session.blob(path));
  } catch {
    asked.delete(id);
  }
}
