import { createStore } from 'zustand/vanilla';

const KEY = 'parley.links';

/** Whether this device asks the server to look at pages that its person links to. */
export const linkChoice = createStore<{ shown: boolean }>(() => ({
  shown: localStorage.getItem(KEY) !== 'hidden',
}));

export function chooseLinks(shown: boolean): void {
  localStorage.setItem(KEY, shown ? 'shown' : 'hidden');
  linkChoice.setState({ shown });
}
