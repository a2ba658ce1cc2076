import { useMutation } from '@tanstack/react-query';
import { searchUsers } from '@/shared/people/searchUsers';
import { go } from '@/shared/routing/route';
import { useEngine } from '@/shared/sync/useEngine';
import { startDirect } from './api/startDirect';
import { bestMatch, isUnknown } from './findPerson';

/** Starts, or finds, the conversation with someone and goes there once it can be shown. Part of a name is enough to name them. */
export function useStartDirect(done: () => void) {
  const engine = useEngine();
  return useMutation({
    mutationFn: async (typed: string) => {
      const { conversation, position } = await startWith(typed, engine.store.getState().me);
      if (!engine.store.getState().conversations[conversation]) {
        await engine.conversations.load(conversation, position);
      }
      return conversation;
    },
    onSuccess: (conversation) => {
      done();
      go({ page: 'conversation', conversation });
    },
  });
}

async function startWith(typed: string, me: string) {
  const sought = typed.trim().replace(/^@/, '');
  try {
    return await startDirect(sought.toLowerCase());
  } catch (problem) {
    if (!isUnknown(problem)) throw problem;
    const found = bestMatch(
      sought,
      await searchUsers(sought.normalize('NFC'), new AbortController().signal),
      me,
    );
    if (!found) throw problem;
    return startDirect(found.username);
  }
}
