import type { Me } from '@parley/protocol/types';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useIdentity } from '@/shared/session/useIdentity';
import { fetchMe } from './api/fetchMe';

interface Known {
  session: string | null;
  data: Me | null;
  error: Error | null;
}

const store = createStore<Known>(() => ({ session: null, data: null, error: null }));

/** Who is signed in, as the server knows them. No query, because the page begins with it and not with those. */
export function useMe(): Omit<Known, 'session'> {
  const { session } = useIdentity();
  const { data, error, session: of } = useStore(store);
  useEffect(() => void ask(session), [session]);
  return of === session ? { data, error } : { data: null, error: null };
}

/** Shows at once what the server was told. */
export function meChanged(data: Me): void {
  store.setState({ data });
}

/** Asks once for each session, and again after a failure. */
async function ask(session: string): Promise<void> {
  const known = store.getState();
  if (known.session === session && !known.error) return;
  store.setState({ session, data: null, error: null });
  const answer = await fetchMe().then(
    (data) => ({ data, error: null }),
    (error: Error) => ({ data: null, error }),
  );
  if (store.getState().session === session) store.setState(answer);
}
