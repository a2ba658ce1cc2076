import { useEffect, useRef, useState } from 'react';

/** Who came and went, by their ids. */
export interface Comings {
  came: readonly string[];
  went: readonly string[];
}

/** What happens within so long is told together. */
const GATHER_MS = 1_500;
/** And stays in sight for so long. */
const SHOWN_MS = 6_000;

/**
 * Who came to a call and who went since it was told last; null where there is nothing to tell. Who was there from the beginning did not come,
 * and whoever connects anew at the same moment did not go.
 *
 * @param people who is in it, or null while that is not known
 */
export function useComings(people: readonly string[] | null): Comings | null {
  const [comings, setComings] = useState<Comings | null>(null);
  const told = useRef<readonly string[] | null>(null);
  const key = people && [...new Set(people)].sort().join();
  useEffect(() => {
    if (key === null) return;
    const now = key.split(',').filter((each) => each !== '');
    const before = told.current;
    if (before === null) {
      told.current = now;
      return;
    }
    const timer = setTimeout(() => {
      told.current = now;
      const came = now.filter((each) => !before.includes(each));
      const went = before.filter((each) => !now.includes(each));
      if (came.length + went.length > 0) setComings({ came, went });
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => {
    if (!comings) return;
    const timer = setTimeout(() => setComings(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [comings]);
  return comings;
}
