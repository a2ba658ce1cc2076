import { useEffect } from 'react';

/** What has the focus when a place is new, or when what had it is gone. */
const LANDING = '[data-landing]';
const OVER = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/**
 * The focus never falls to the page: when the element that had it goes, the nearest thing around it that can have the focus gets it, or
 * else the heading of the place that is shown now. A dialog that closes gives it back by itself, so it is waited for.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let around: Element[] = [];
    let before: Element[] = [];
    let asked = 0;
    const remember = ({ target }: FocusEvent) => {
      // What had the focus in a dialog goes with it: then it is what had it before.
      if (around[0]?.isConnected && !around[0].closest(OVER)) before = around;
      around = [];
      for (let each = target instanceof Element ? target : null; each; each = each.parentElement)
        around.push(each);
    };
    const land = () => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const nearest = [...around, ...before].find(
        (each) => each.isConnected && each.hasAttribute('tabindex'),
      );
      const landing = nearest ?? [...document.querySelectorAll(LANDING)].find(isShown);
      if (landing instanceof HTMLElement) landing.focus({ preventScroll: true });
    };
    const check = () => {
      if (around[0]?.isConnected) return;
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        asked = requestAnimationFrame(land);
      });
    };
    const observer = new MutationObserver(check);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      cancelAnimationFrame(asked);
    };
  }, []);
}

function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? true;
}
