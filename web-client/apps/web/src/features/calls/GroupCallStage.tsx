import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useEngine } from '@/shared/sync/useEngine';
import { GroupCallPanel } from './GroupCallPanel';
import { groupCallsOf } from './groupCallsOf';

/** The call of a group that this tab is in, whatever else is shown. */
export function GroupCallStage() {
  const groups = groupCallsOf(useEngine());
  const { call } = useStore(groups.store);
  useEffect(() => {
    groups.begin();
    return () => groups.close();
  }, [groups]);
  return call ? <GroupCallPanel call={call} groups={groups} /> : null;
}
