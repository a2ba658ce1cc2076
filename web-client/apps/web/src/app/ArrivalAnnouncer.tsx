import { textOf } from '@parley/client/conversation/content';
import { useChat } from '@/shared/sync/useChat';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';

/** Tells those who listen to the page what arrives, whatever is shown. */
export function ArrivalAnnouncer() {
  const arrival = useChat((state) => state.arrival);
  const name = useChat((state) => (arrival ? state.people[arrival.author]?.displayName : undefined));
  return (
    <VisuallyHidden>
      <span role="log" aria-live="polite" aria-label="New messages">
        {arrival ? (
          <span
            key={arrival.message}
          >{`${name ?? 'Someone'}: ${textOf(arrival.content) ?? 'a message'}`}</span>
        ) : null}
      </span>
    </VisuallyHidden>
  );
}
