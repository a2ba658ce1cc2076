import {
  type ConversationView,
  conversationView,
  sameView,
} from '@parley/client/conversation/conversationView';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useEngine } from './useEngine';

/** A conversation as it is shown; the component is drawn again only when something of that changes. */
export function useConversationView(id: string): ConversationView | undefined {
  const { store, index } = useEngine();
  const shown = useRef<ConversationView | undefined>(undefined);
  const listen = useCallback((changed: () => void) => index.listen(id, changed), [index, id]);
  return useSyncExternalStore(listen, () => {
    const state = store.getState();
    const conversation = state.conversations[id];
    const view = conversation && conversationView(state, conversation);
    if (!view || !shown.current || !sameView(view, shown.current)) shown.current = view;
    return shown.current;
  });
}
