import { Sound } from '../Sound';
import type { GroupCall } from './GroupCallsState';

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
