import type { ChatState } from '@parley/client/conversation/ChatState';
import type { FriendList } from '@parley/protocol/types';
import { asking } from '@/shared/sync/asking';
import { useChat } from '@/shared/sync/useChat';
import { fetchFriends } from './api/friends';

/** Friends and requests. Each pair of people has a stream of its own. */
export const friends = asking(fetchFriends, newestHeard);

export const useFriends = friends.useAsked;

export type FriendStanding = 'stranger' | 'friend' | 'incoming' | 'outgoing';

const NOBODY: FriendList = { friends: [], incoming: [], outgoing: [] };

/** How this person and another stand; null while that is not known. */
export function useStanding(user: string): FriendStanding | null {
  const { data } = useFriends();
  if (!data) return null;
  if (data.friends.some((friend) => friend.user === user)) return 'friend';
  if (data.incoming.some(({ person }) => person.user === user)) return 'incoming';
  return data.outgoing.some(({ person }) => person.user === user) ? 'outgoing' : 'stranger';
}

/** How many wait for an answer. */
export function useWaitingRequests(): number {
  const { incoming } = useFriends().data ?? NOBODY;
  return useChat(({ people }) => incoming.filter(({ person }) => !people[person.user]?.erased).length);
}

function newestHeard({ heard }: ChatState): number | undefined {
  let newest: number | undefined;
  for (const [stream, position] of Object.entries(heard)) {
    if (stream.startsWith('friendship/') && position > (newest ?? 0)) newest = position;
  }
  return newest;
}
