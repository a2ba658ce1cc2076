import { conversationView } from '@parley/client/conversation/conversationView';
import { useMemo } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { useConversationOrder } from '@/shared/sync/useConversationOrder';
import { useEngine } from '@/shared/sync/useEngine';

interface Target {
  id: string;
  picture: string;
  name: string;
  username: string;
}

/** The conversations one can write in, newest first, as they are when they are asked for. */
export function useWritable(): readonly Target[] {
  const { store } = useEngine();
  const order = useConversationOrder();
  return useMemo(() => {
    const state = store.getState();
    return order.flatMap((id): Target[] => {
      const conversation = state.conversations[id];
      const view = conversation && conversationView(state, conversation);
      if (!view?.mayWrite) return [];
      const { face } = view;
      return [{ id, picture: face.user, name: nameOf(face), username: face.username }];
    });
  }, [store, order]);
}
