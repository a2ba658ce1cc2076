import { textOf } from '@parley/client/conversation/content';
import { isNews } from '@parley/client/conversation/isNews';
import { useEffect, useRef, useState } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { useEngine } from '@/shared/sync/useEngine';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import { spoken } from '@/shared/words/words';

/** What arrives within this time is told at once, and of many only how many they are. */
const GATHER_MS = 1_500;

/** Tells those who listen to the page what arrives, whatever is shown. */
export function ArrivalAnnouncer() {
  const words = useWords();
  const news = useArrivals();
  return (
    <VisuallyHidden>
      <span role="log" aria-live="polite" aria-label={words('app.arrivals')}>
        {news ? <span key={news.key}>{news.text}</span> : null}
      </span>
    </VisuallyHidden>
  );
}

function useArrivals() {
  const { store } = useEngine();
  const [news, setNews] = useState<{ key: string; text: string } | null>(null);
  const count = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const { arrival, people } = store.getState();
      if (arrival) {
        const { words } = spoken();
        const name = nameOf(people[arrival.author]);
        const text = textOf(arrival.content);
        const one =
          text === null ? words('app.arrival.without-text', { name }) : words('app.arrival', { name, text });
        const several = words('app.arrivals.several', { count: count.current });
        setNews({ key: arrival.message, text: count.current > 1 ? several : one });
      }
      count.current = 0;
    };
    const stop = store.subscribe((state, before) => {
      const { arrival } = state;
      if (!arrival) setNews(null);
      if (!arrival || arrival === before.arrival) return;
      if (!isNews(state, arrival, Date.now())) return;
      count.current++;
      timer ??= setTimeout(tell, GATHER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return news;
}
