import { useIdentity } from '../session/useIdentity';
import { useChat } from './useChat';

/** This person's username, also where they changed it since they signed in. */
export function useOwnUsername(): string {
  const { username } = useIdentity();
  return useChat((state) => state.people[state.me]?.username) ?? username;
}
