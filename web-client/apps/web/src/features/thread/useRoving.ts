import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import type { ThreadItem } from './threadItems';

const INNER = 'a, button';
/** As long as a list takes at most to show what it was scrolled to. */
const MOST_FRAMES = 60;

interface Roving {
  /** The list itself is where Tab goes, until the focus is in it. */
  tabIndex: 0 | -1;
  focusItem(at: number): void;
  handlers: {
    onFocus(event: FocusEvent<HTMLElement>): void;
    onBlur(event: FocusEvent<HTMLElement>): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  };
}

/**
 * Messages take one stop of the Tab key, however many they are: arrow keys go from one to the next, and only what is in the one that has the
 * focus can be reached by Tab.
 */
export function useRoving(
  items: readonly ThreadItem[],
  list: RefObject<VirtuosoHandle | null>,
  scroller: RefObject<HTMLElement | null>,
): Roving {
  const [inside, setInside] = useState(false);
  const last = useRef<string | null>(null);

  function elementOf(key: string | undefined): HTMLElement | null {
    const lines = scroller.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    const line = [...lines].find(({ dataset }) => dataset.key === key);
    return line?.closest<HTMLElement>('[role="listitem"]') ?? null;
  }

  function focusItem(at: number) {
    const key = items[at]?.key;
    const from = document.activeElement;
    list.current?.scrollIntoView({ index: at, behavior: 'auto' });
    // Whoever has gone elsewhere meanwhile is not called back.
    const waiting = new Set([from, document.body, scroller.current, null]);
    const isWaiting = () => waiting.has(document.activeElement);
    const focus = (frames: number) => {
      // A list that is being scrolled is hidden for a moment, and takes no focus.
      const element = elementOf(key);
      if (isWaiting()) element?.focus({ preventScroll: true });
      if (frames > 0 && document.activeElement !== element && isWaiting())
        requestAnimationFrame(() => focus(frames - 1));
    };
    focus(MOST_FRAMES);
  }

  function lastInView(): number {
    const bottom = scroller.current?.getBoundingClientRect().bottom ?? 0;
    const inView = items.findLastIndex(({ key }) => {
      const element = elementOf(key);
      return element !== null && element.getBoundingClientRect().top < bottom;
    });
    return inView < 0 ? items.length - 1 : inView;
  }

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    setInside(true);
    if (target === scroller.current) {
      const before = items.findIndex(({ key }) => key === last.current);
      focusItem(before >= 0 && elementOf(items[before]?.key) ? before : lastInView());
      return;
    }
    const item = target.closest<HTMLElement>('[role="listitem"]');
    const key = item?.querySelector<HTMLElement>('[data-key]')?.dataset.key ?? null;
    if (key !== last.current) reach(elementOf(last.current ?? undefined), -1);
    reach(item, 0);
    last.current = key;
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    setInside(false);
    reach(elementOf(last.current ?? undefined), -1);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof Element)) return;
    const line = target.closest('[role="listitem"]')?.querySelector<HTMLElement>('[data-key]');
    const at = items.findIndex((item) => item.key === line?.dataset.key);
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[key];
    if (at < 0 || next === undefined || !items[next]) return;
    event.preventDefault();
    focusItem(next);
  }

  return { tabIndex: inside ? -1 : 0, focusItem, handlers: { onFocus, onBlur, onKeyDown } };
}

/** Lets Tab into what is in a message, or past it. */
function reach(item: Element | null, tabIndex: 0 | -1): void {
  for (const inner of item?.querySelectorAll<HTMLElement>(INNER) ?? []) inner.tabIndex = tabIndex;
}
