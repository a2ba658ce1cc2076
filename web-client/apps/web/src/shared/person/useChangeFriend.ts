import { useMutation } from '@tanstack/react-query';
import { useEngine } from '@/shared/sync/useEngine';
import { changeFriend, type FriendStep } from './api/friends';
import { friends } from './useFriends';

/** Asks someone to be a friend, answers them, or ends it. */
export function useChangeFriend(user: string) {
  const engine = useEngine();
  return useMutation({
    mutationFn: ({ step, line }: { step: FriendStep; line?: string }) => changeFriend(user, step, line),
    // What is shown may be older than what was refused.
    onSettled: () => friends.again(engine),
  });
}
