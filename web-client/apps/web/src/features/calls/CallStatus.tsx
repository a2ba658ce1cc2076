import { SignalHigh, SignalLow, SignalMedium } from 'lucide-react';
import { useStore } from 'zustand';
import { useNow } from '@/shared/time/useNow';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './CallPanel.module.css';
import type { OwnCall } from './CallsState';
import { lasted } from './lasted';

const SIGNS = { good: SignalHigh, fair: SignalMedium, poor: SignalLow };

/** How far the call is: said when it changes, and for how long it goes on only shown. */
export function CallStatus({ call, name }: { call: OwnCall; name: string }) {
  const words = useWords();
  const now = useNow(1_000);
  const { connected, wasConnected, held, their, quality } = useStore(call.talk.store);
  const isTalking = call.step === 'going' && connected;
  const says =
    call.step === 'ended'
      ? call.problem
        ? ''
        : words(`calls.ended.${call.ended ?? 'call'}`)
      : call.step === 'ringing'
        ? words('calls.ringing')
        : !connected
          ? words(wasConnected ? 'calls.reconnecting' : 'calls.connecting')
          : held
            ? words('calls.held')
            : their.held
              ? words('calls.held-by', { name })
              : !their.microphone
                ? words('calls.muted-by', { name })
                : words('calls.going');
  const Sign = quality ? SIGNS[quality] : null;
  return (
    <p className={css.status}>
      <span role="status" className={isTalking && !held && !their.held && their.microphone ? css.unseen : ''}>
        {says}
      </span>
      {isTalking && call.since !== null ? (
        <time className={css.time}>{lasted(Math.max(0, now.getTime() - call.since) / 1000)}</time>
      ) : null}
      {isTalking && Sign && quality ? (
        <span className={css[quality]} title={words(`calls.quality.${quality}`)}>
          <Sign size={16} aria-hidden="true" />
          <VisuallyHidden>{words(`calls.quality.${quality}`)}</VisuallyHidden>
        </span>
      ) : null}
    </p>
  );
}
