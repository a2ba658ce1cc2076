import type { ComponentType } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Block } from './Markup';

/** What makes of a text what is shown of it; null until it is fetched. */
interface Parser {
  parse: ((text: string) => Block[]) | null;
  Blocks: ComponentType<{ blocks: readonly Block[] }> | null;
}

export const parserStore = createStore<Parser>(() => ({ parse: null, Blocks: null }));

let loading: Promise<void> | null = null;

/** Fetches the parser once; it is no part of what the page needs to begin. After a failure the next call tries again. */
export function loadParser(): Promise<void> {
  loading ??= Promise.all([import('./parseMarkup'), import('./MarkupBlocks')])
    .then(([{ parseMarkup }, { MarkupBlocks }]) =>
      parserStore.setState({ parse: parseMarkup, Blocks: MarkupBlocks }),
    )
    .catch(() => {
      loading = null;
    });
  return loading;
}
