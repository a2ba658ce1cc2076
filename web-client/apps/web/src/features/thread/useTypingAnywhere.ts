import { type RefObject, useEffect } from 'react';
import { isElsewhere, isTyping } from '@/shared/shortcuts/isTyping';

/** A letter typed anywhere goes to the composer. A question mark alone shows the shortcuts; a space presses or scrolls. */
const NOT_MEANT = ['?', ' '];

export function useTypingAnywhere(composer: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const press = ({ key, ctrlKey, metaKey, altKey, target, defaultPrevented }: KeyboardEvent) => {
      const isLetter = [...key].length === 1 && !ctrlKey && !metaKey && !altKey;
      if (defaultPrevented || !isLetter || NOT_MEANT.includes(key)) return;
      if (isTyping(target) || isElsewhere(target)) return;
      composer.current?.focus({ preventScroll: true });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [composer]);
}
