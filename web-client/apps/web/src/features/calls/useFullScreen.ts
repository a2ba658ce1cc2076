import { type RefObject, useEffect, useState } from 'react';

interface FullScreen {
  isPossible: boolean;
  isOn: boolean;
  turn(): void;
}

export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  return {
    isPossible: document.fullscreenEnabled === true,
    isOn,
    turn: () => {
      const done = document.fullscreenElement
        ? document.exitFullscreen()
        : element.current?.requestFullscreen();
      done?.catch(() => {});
    },
  };
}
