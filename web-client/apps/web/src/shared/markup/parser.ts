import { createStore } from 'zustand/vanilla';
import type { Block } from './Markup';

interface Parser {
  parse: ((text: string) => Block[]) | null;
}

export const parserStore = createStore<Parser>(() => ({ parse: null }));

let loading: Promise<void> | null = null;

/** Fetches the parser once; it is no part of what the page needs to begin. After a failure the next call tries again. */
export function loadParser(): Promise<void> {
  loading ??= import('./parseMarkup')
    .then(({ parseMarkup }) => parserStore.setState({ parse: parseMarkup }))
    .catch(() => {
      loading = null;
    });
  return loading;
}
