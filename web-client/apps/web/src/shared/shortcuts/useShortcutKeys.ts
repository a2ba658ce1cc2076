import { useEffect } from 'react';
import { isElsewhere, isTyping } from './isTyping';
import { fits } from './Shortcut';
import { shortcutStore } from './shortcutStore';

/** Listens to the keyboard for every shortcut that is offered. One without a modifier is not meant while someone types. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return;
      const found = shortcutStore.getState().shortcuts.find((each) => each.run && fits(each, event));
      if (!found?.run || (found.keys.length === 1 && isTyping(event.target))) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
