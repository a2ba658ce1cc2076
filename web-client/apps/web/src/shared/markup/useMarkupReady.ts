import { textOf } from '@parley/client/conversation/content';
import type { Range } from '@parley/client/conversation/timeline';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { mayHaveMarkup } from './mayHaveMarkup';
import { loadParser, parserStore } from './parser';

/** The parser is not waited for longer than this: words without their markup are better than none. */
const PATIENCE_MS = 2_000;

/** Whether a range can be shown as it will stay: with its markup, if there is any in it. */
export function useMarkupReady(range: Range | null): boolean {
  const parsed = useStore(parserStore, ({ parse }) => parse !== null);
  const [waited, setWaited] = useState(false);
  const needed =
    !parsed &&
    !waited &&
    (range?.messages.some(({ content }) => mayHaveMarkup(textOf(content) ?? '')) ?? false);
  useEffect(() => {
    if (!needed) return;
    void loadParser();
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [needed]);
  return !needed;
}
