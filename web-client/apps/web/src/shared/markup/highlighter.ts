import { createStore } from 'zustand/vanilla';
import type { CodePiece } from './CodePiece';

type Highlight = (text: string, language: string) => readonly CodePiece[] | null;

/** What tells the parts of a program apart; null until it is fetched. */
export const highlighterStore = createStore<{ highlight: Highlight | null }>(() => ({ highlight: null }));

let loading: Promise<void> | null = null;

/** Fetched once, with the first block of code that names its language. After a failure the next one tries again. */
export function loadHighlighter(): Promise<void> {
  loading ??= import('./highlight')
    .then(({ highlight }) => highlighterStore.setState({ highlight }))
    .catch(() => {
      loading = null;
    });
  return loading;
}
