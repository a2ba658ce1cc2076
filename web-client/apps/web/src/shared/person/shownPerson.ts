import { createStore } from 'zustand/vanilla';

/** Whose profile is open, by their id. */
export const shownPerson = createStore<{ user: string | null }>(() => ({ user: null }));

/** Opens someone's profile over whatever is shown. */
export function showPerson(user: string): void {
  shownPerson.setState({ user });
}
