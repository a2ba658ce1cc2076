import type { GroupCall } from './GroupCallsState';
import { Sound } from './Sound';

/** What everybody says, seen or not. */
export function Voices({ call }: { call: GroupCall }) {
  return (
    <>
      {Object.entries(call.received).map(([feed, { microphone }]) =>
        microphone ? <Sound key={feed} track={microphone} isHeld={false} /> : null,
      )}
    </>
  );
}
