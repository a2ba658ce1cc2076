import { type RefCallback, useCallback, useEffect, useRef } from 'react';

/** As much of a message has to be in view, or as much of the view has to be filled by it. */
const MOST_OF_IT = 0.9;
const MUCH_OF_THE_VIEW = 0.5;

/** Tells the number of each message that comes into view. Answers with what is to be told of the elements. */
export function useSeen(see: (number: number) => void): RefCallback<HTMLElement> {
  const seen = useRef(see);
  useEffect(() => {
    seen.current = see;
  }, [see]);
  const observer = useRef<IntersectionObserver | null>(null);
  useEffect(() => () => observer.current?.disconnect(), []);
  return useCallback((element) => {
    if (!element) return;
    observer.current ??= new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
          const number = target instanceof HTMLElement ? Number(target.dataset.number) : Number.NaN;
          const fills =
            intersectionRect.height > MUCH_OF_THE_VIEW * (rootBounds?.height ?? Number.POSITIVE_INFINITY);
          if (number > 0 && (intersectionRatio >= MOST_OF_IT || fills)) seen.current(number);
        }
      },
      { threshold: [0, MUCH_OF_THE_VIEW, MOST_OF_IT] },
    );
    const { current } = observer;
    current.observe(element);
    return () => current.unobserve(element);
  }, []);
}
