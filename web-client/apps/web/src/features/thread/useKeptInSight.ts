import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Place } from './usePlace';

type Held = Pick<Place, 'number' | 'align' | 'above'>;

/** Heights of messages are estimates until they are drawn, which takes no longer than this. */
const MEASURED_WITHIN_MS = 5_000;
const SETTLED_AFTER_FRAMES = 12;
/** So near to its end a list is at its end, though pixels are rounded. */
const AT_END = 8;

interface KeptInSight {
  /** Holds a place, until the reader scrolls or everything is measured. */
  hold(place: Held): void;
  /** The reader scrolls. */
  letGo(): void;
  onScroll(): void;
  /** The messages take more room, or less. */
  onGrowth(count: number): void;
}

/**
 * Keeps in sight what is read while heights change: the place that was gone to, while what is above it is measured; and the end, whenever the
 * reader is there, though the composer or a message grows.
 *
 * @param toPlace scrolls to where a message must be that is not drawn
 */
export function useKeptInSight(scroller: RefObject<HTMLElement | null>, toPlace: () => void): KeptInSight {
  const held = useRef<(Held & { since: number }) | null>(null);
  const atEnd = useRef(false);
  const run = useRef(0);
  const known = useRef(0);
  const action = useRef(toPlace);
  useEffect(() => {
    action.current = toPlace;
  });

  const keep = useCallback(() => {
    if (held.current && performance.now() - held.current.since > MEASURED_WITHIN_MS) held.current = null;
    const place = held.current;
    if (!place && !atEnd.current) return;
    run.current += 1;
    const mine = run.current;
    let left = SETTLED_AFTER_FRAMES;
    requestAnimationFrame(frame);

    // The list draws what it was told in one of the next frames, and then measures it.
    function frame() {
      const element = scroller.current;
      if (!element || run.current !== mine || held.current !== place) return;
      if (!place || place.align === 'end') element.scrollTop = element.scrollHeight;
      else if (!put(element, place)) action.current();
      left -= 1;
      if (left > 0) requestAnimationFrame(frame);
    }
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(keep);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, keep]);

  return {
    hold(place) {
      held.current = { ...place, since: performance.now() };
    },
    letGo() {
      held.current = null;
      run.current += 1;
    },
    onScroll() {
      const element = scroller.current;
      atEnd.current =
        element !== null && element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END;
    },
    onGrowth(count) {
      // What is new is followed, or not, by the list itself.
      const isNew = count !== known.current;
      known.current = count;
      if (held.current || !isNew) keep();
    },
  };
}

/** Scrolls by what the estimate of heights above a message was wrong. Answers whether the message is drawn. */
function put(scroller: HTMLElement, { number, align, above }: Held): boolean {
  const line = scroller.querySelector(`[data-number="${number}"]`);
  if (!line) return false;
  const wanted = align === 'center' ? (rowOf(line).offsetHeight - scroller.clientHeight) / 2 : above;
  scroller.scrollTop += wanted - hiddenAbove(scroller, line);
  return true;
}

function rowOf(line: Element): HTMLElement {
  const row = line.closest('[role="listitem"]');
  if (!(row instanceof HTMLElement)) throw new Error('A message is in no row.');
  return row;
}

/** How much of a message's row is above what is in sight. */
export function hiddenAbove(scroller: HTMLElement, line: Element): number {
  return scroller.getBoundingClientRect().top - rowOf(line).getBoundingClientRect().top;
}
