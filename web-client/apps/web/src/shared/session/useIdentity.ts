import { useSession } from './useSession';

/** Who is signed in. */
export function useIdentity() {
  const session = useSession();
  if (session.phase !== 'signed-in') throw new Error('Nobody is signed in.');
  return session.identity;
}
