import { type RefObject, useCallback, useState } from 'react';

/** The time of the topmost message in sight, found as the list scrolls; null while it is at rest at its beginning. */
export function useStickyDay(scroller: RefObject<HTMLElement | null>): { at: string | null; look(): void } {
  const [at, setAt] = useState<string | null>(null);
  const look = useCallback(() => {
    const top = topmost(scroller.current)?.dataset.at ?? null;
    setAt((before) => (before !== null && top !== null && isSameDay(before, top) ? before : top));
  }, [scroller]);
  return { at, look };
}

/** The first line of a message that is at least partly in sight. */
export function topmost(scroller: HTMLElement | null): HTMLElement | null {
  const top = scroller?.getBoundingClientRect().top ?? 0;
  const lines = scroller?.querySelectorAll<HTMLElement>('[data-at]') ?? [];
  for (const line of lines) if (line.getBoundingClientRect().bottom > top + 1) return line;
  return null;
}

function isSameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
