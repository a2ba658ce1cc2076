import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useChat } from '@/shared/sync/useChat';
import { pictures } from './pictures';

/** Whom an answer tells of, who may not be known from conversations. */
export interface Pictured {
  username?: string | null | undefined;
  avatar?: string | null | undefined;
}

/** Someone's picture, once it is there; whoever has none, or is not told, has none. */
export function usePicture(user: string, size: number, told?: Pictured | null): string | undefined {
  const held = useChat((state) => state.people[user]);
  const username = held?.username || told?.username;
  const avatar = held?.avatar ?? (held?.avatarAsOf === undefined ? told?.avatar : undefined);
  const pixels = pixelsOf(size);
  const key = avatar && username ? `${username}/avatar?size=${pixels}&version=${avatar}` : '';
  const picture = useStore(pictures, (fetched) => fetched[key]);
  useEffect(() => {
    if (key && !picture) void import('./fetchPicture').then(({ fetchPicture }) => fetchPicture(key));
  }, [key, picture]);
  return picture;
}

function pixelsOf(size: number): number {
  const wanted = size * window.devicePixelRatio;
  if (wanted <= 64) return 64;
  return wanted <= 256 ? 256 : 512;
}
