import { useCallback, useEffect, useRef, useState } from 'react';

const RESTS_MS = 600;

/** Whether a button tells its name: while the pointer rests on it, or the keyboard has come to it, until it is pressed. */
export function useNameTip() {
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setShown(false);
  }, []);
  useEffect(() => hide, [hide]);
  return {
    button,
    shown,
    hide,
    onHoverChange(hovered: boolean) {
      hide();
      if (hovered) timer.current = setTimeout(() => setShown(true), RESTS_MS);
    },
    onFocusChange(focused: boolean) {
      hide();
      if (focused && button.current?.matches(':focus-visible')) setShown(true);
    },
  };
}
