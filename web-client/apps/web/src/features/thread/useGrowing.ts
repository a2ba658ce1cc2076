import { type RefObject, useLayoutEffect } from 'react';

/** Where the browser does it by itself, nothing has to be laid out twice for each letter. */
const growsByItself = globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

/** Makes a text area as high as its text; its style sets the limits, and says so where the browser understands it. */
export function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the text in the page.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || growsByItself) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [area, text]);
}
