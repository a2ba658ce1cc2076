import { textOf } from '@parley/client/conversation/content';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';

/** Tells those who listen to the page what arrives, whatever is shown. */
export function ArrivalAnnouncer() {
  const words = useWords();
  const arrival = useChat((state) => state.arrival);
  const author = useChat((state) => (arrival ? state.people[arrival.author] : undefined));
  const name = nameOf(author);
  const text = arrival && textOf(arrival.content);
  return (
    <VisuallyHidden>
      <span role="log" aria-live="polite" aria-label={words('app.arrivals')}>
        {arrival ? (
          <span key={arrival.message}>
            {text === null
              ? words('app.arrival.without-text', { name })
              : words('app.arrival', { name, text })}
          </span>
        ) : null}
      </span>
    </VisuallyHidden>
  );
}
