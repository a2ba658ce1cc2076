import { session } from '@/shared/session/session';
import { pictures } from './pictures';

const asked = new Set<string>();

// What one person was shown is not for the next.
session.store.subscribe(({ phase }) => {
  if (phase === 'signed-in') return;
  for (const address of Object.values(pictures.getState())) URL.revokeObjectURL(address);
  pictures.setState({}, true);
  asked.clear();
});

/** Fetches a picture once. One that could not be fetched is asked for again by whoever shows it next. */
export async function fetchPicture(key: string): Promise<void> {
  if (asked.has(key)) return;
  asked.add(key);
  try {
    const picture = await session.blob(key);
    pictures.setState({ [key]: URL.createObjectURL(picture) });
  } catch {
    asked.delete(key);
  }
}
