import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useChat } from '@/shared/sync/useChat';
import { pictures } from './pictures';

/** Whom an answer tells of, who may not be known from conversations. */
export interface Pictured {
  username?: string | null | undefined;
  avatar?: string | null | undefined;
}

/** The picture of someone or of a group, once it is there; whoever has none, or is not told, has none. */
export function usePicture(id: string, size: number, told?: Pictured | null): string | undefined {
  const held = useChat((state) => state.people[id]);
  const ofGroup = useChat((state) => state.conversations[id]?.picture);
  const username = held?.username || told?.username;
  const avatar = held?.avatar ?? (held?.avatarAsOf === undefined ? told?.avatar : undefined);
  const path = ofGroup ? `conversations/${id}/picture` : username && avatar ? `users/${username}/avatar` : '';
  const key = path && `/${path}?size=${pixelsOf(size)}&version=${ofGroup ?? avatar}`;
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
