import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useEngine } from '@/shared/sync/useEngine';
import { CallElsewhere } from './CallElsewhere';
import { CallPanel } from './CallPanel';
import { callsOf } from './callsOf';
import { IncomingCall } from './IncomingCall';
import { ringBack } from './sounds';
import { useRinging } from './useRinging';

/** The call that rings and the call this tab is in, whatever else is shown. */
export function CallStage() {
  const calls = callsOf(useEngine());
  const { ring, call, elsewhere } = useStore(calls.store);
  useEffect(() => {
    calls.begin();
    return () => calls.close();
  }, [calls]);
  useRinging(ring);
  const isRingingOut = call?.step === 'ringing' && call.number !== null;
  useEffect(() => (isRingingOut ? ringBack() : undefined), [isRingingOut]);
  return (
    <>
      {ring ? <IncomingCall key={ring.message} ring={ring} calls={calls} /> : null}
      {elsewhere && !ring && !call ? <CallElsewhere elsewhere={elsewhere} calls={calls} /> : null}
      {call ? <CallPanel key={call.talk.id} call={call} calls={calls} /> : null}
    </>
  );
}
