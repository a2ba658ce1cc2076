import { createStore } from 'zustand/vanilla';

/** The pictures that were fetched, each by what `usePicture` calls it, as addresses within this page. */
export const pictures = createStore<Record<string, string>>(() => ({}));
