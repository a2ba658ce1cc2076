import type { ChatState } from '@parley/client/conversation/ChatState';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useChat } from './useChat';
import { useEngine } from './useEngine';

interface Asked<T> {
  data: T | null;
  error: Error | null;
}

interface Known<T> extends Asked<T> {
  /** What was asked last; an answer to anything before it is left out. */
  turn: { heard: number | undefined } | null;
}

interface Asking<T> {
  /** What the server told, asked for anew when it was changed, here or on another device. */
  useAsked(): Asked<T>;
  again(engine: ChatEngine): void;
}

/**
 * What the page asks the server for at its beginning: once for all who show it, and without the library for queries, which the page does not
 * begin with.
 *
 * @param ask is given the position of the change that the answer has to hold, if one is known of
 * @param heardOf the newest that is known of the streams that tell of changes
 */
export function asking<T>(
  ask: (after: number | undefined) => Promise<T>,
  heardOf: (state: ChatState) => number | undefined,
): Asking<T> {
  const stores = new WeakMap<ChatEngine, StoreApi<Known<T>>>();

  function storeOf(engine: ChatEngine): StoreApi<Known<T>> {
    const store =
      stores.get(engine) ?? createStore<Known<T>>(() => ({ turn: null, data: null, error: null }));
    stores.set(engine, store);
    return store;
  }

  async function refresh(store: StoreApi<Known<T>>, heard: number | undefined): Promise<void> {
    const turn = { heard };
    store.setState({ turn, error: null });
    const answer = await ask(heard).then(
      (data) => ({ data }),
      (error: Error) => ({ error }),
    );
    if (store.getState().turn === turn) store.setState(answer);
  }

  function useAsked(): Asked<T> {
    const store = storeOf(useEngine());
    const heard = useChat(heardOf);
    useEffect(() => {
      const { turn, error } = store.getState();
      if (turn === null || turn.heard !== heard || error) void refresh(store, heard);
    }, [store, heard]);
    return useStore(store);
  }

  return {
    useAsked,
    again: (engine) => void refresh(storeOf(engine), storeOf(engine).getState().turn?.heard),
  };
}
