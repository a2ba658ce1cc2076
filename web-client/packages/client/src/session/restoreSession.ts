import { Problem } from '../api/Problem';
import { refreshSession } from './refreshSession';
import { dropSession, sessionStore } from './sessionStore';

/** Finds out, when the page opens, whether this browser is signed in. */
export async function restoreSession(): Promise<void> {
  sessionStore.setState({ phase: 'restoring' }, true);
  try {
    await refreshSession();
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) dropSession(null);
    else sessionStore.setState({ phase: 'unreachable' }, true);
  }
}
