import { useMutation } from '@tanstack/react-query';
import { go } from '@/shared/routing/route';
import { useEngine } from '@/shared/sync/useEngine';
import { startDirect } from './api/startDirect';

/** Starts, or finds, the conversation with someone and goes there once it can be shown. */
export function useStartDirect(done: () => void) {
  const engine = useEngine();
  return useMutation({
    mutationFn: async (username: string) => {
      const { conversation, position } = await startDirect(username.trim().replace(/^@/, '').toLowerCase());
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
