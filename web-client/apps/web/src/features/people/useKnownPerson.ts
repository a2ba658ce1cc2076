import type { Person } from '@parley/client/conversation/ChatState';
import { useChat } from '@/shared/sync/useChat';

/** Someone as conversations tell of them, or else as they were found. */
export function useKnownPerson(user: string, found: Person | undefined): Person | undefined {
  return useChat((state) => state.people[user]) ?? found;
}
