import { type RefObject, useEffect } from 'react';

/** By then the dialog has closed and found nothing left to give the focus back to. */
const CLOSED_MS = 100;

/** A message on its way out takes the focus when its menu, which had it, goes: it must not fall back to the page. */
export function useFocusKept(message: RefObject<HTMLElement | null>, leaving: boolean): void {
  useEffect(() => {
    if (!leaving) return;
    setTimeout(() => {
      if (document.activeElement === document.body) message.current?.focus({ preventScroll: true });
    }, CLOSED_MS);
  }, [message, leaving]);
}
