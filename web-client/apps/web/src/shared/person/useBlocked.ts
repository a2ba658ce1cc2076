import type { BlockedItem } from '@parley/protocol/types';
import { asking } from '@/shared/sync/asking';
import { fetchBlocked } from './api/blocks';

/** The people this person blocks. */
export const blocked = asking(fetchBlocked, ({ heard, me }) => heard[`blocks/${me}`]);

export const useBlocked = blocked.useAsked;

const NOBODY: readonly BlockedItem[] = [];

/** Whether this person blocks someone. */
export function useIsBlocked(user: string): boolean {
  const people = useBlocked().data ?? NOBODY;
  return people.some((each) => each.user === user);
}
