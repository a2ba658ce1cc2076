import type { Person } from '@parley/client/conversation/ChatState';
import { createStore } from 'zustand/vanilla';

export interface Shown {
  user: string;
  /** What is known of someone whom no conversation tells of. */
  found?: Person | undefined;
}

/** Whose profile is open. */
export const shownPerson = createStore<{ shown: Shown | null }>(() => ({ shown: null }));

/** Opens someone's profile over whatever is shown. */
export function showPerson(user: string, found?: Person): void {
  shownPerson.setState({ shown: { user, found } });
}

export function hidePerson(): void {
  shownPerson.setState({ shown: null });
}
