import { Hand, LayoutGrid, LogOut, PhoneOff, Presentation, Settings2, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import type { Shortcut } from '@/shared/shortcuts/Shortcut';
import { useShortcuts } from '@/shared/shortcuts/useShortcuts';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import panelCss from './CallPanel.module.css';
import type { GroupCalls } from './GroupCalls';
import type { GroupCall } from './GroupCallsState';
import { OwnMedia } from './OwnMedia';

const CallDevices = lazily(async () => (await import('./CallDevices')).CallDevices);

const GroupCallPeople = lazily(async () => (await import('./GroupCallPeople')).GroupCallPeople);

interface GroupCallControlsProps {
  call: GroupCall;
  groups: GroupCalls;
  /** Whether this person may end the call for all. */
  mayEnd: boolean;
}

export function GroupCallControls({ call, groups, mayEnd }: GroupCallControlsProps) {
  const words = useWords();
  const { own, muted, hand } = call;
  const [isListing, setListing] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  useShortcuts(
    useMemo(
      (): Shortcut[] => [
        {
          id: 'calls.group.mute',
          keys: ['Alt', 'm'],
          meaning: (say) => say('calls.mute-keys'),
          run: () => groups.mute(!groups.store.getState().call?.muted),
        },
        {
          id: 'calls.group.leave',
          keys: ['Alt', 'Backspace'],
          meaning: (say) => say('calls.group.leave'),
          run: () => groups.leave(),
        },
      ],
      [groups],
    ),
  );
  return (
    <div className={panelCss.controls}>
      <OwnMedia own={own} muted={muted} to={groups} />
      <IconButton
        icon={Hand}
        look={hand ? 'filled' : 'plain'}
        label={words(hand ? 'calls.group.hand-down' : 'calls.group.hand')}
        onPress={() => groups.raise(!hand)}
      />
      <IconButton
        icon={call.speaker ? LayoutGrid : Presentation}
        label={words(call.speaker ? 'calls.group.alike' : 'calls.group.speaker')}
        onPress={() => groups.showSpeaker(!call.speaker)}
      />
      <IconButton icon={Users} label={words('calls.group.everybody')} onPress={() => setListing(true)} />
      <IconButton icon={Settings2} label={words('calls.devices')} onPress={() => setChoosing(true)} />
      {mayEnd ? (
        <IconButton icon={PhoneOff} label={words('calls.group.end')} onPress={() => groups.leave(true)} />
      ) : null}
      <span className={panelCss.hangUp}>
        <IconButton icon={LogOut} label={words('calls.group.leave')} onPress={() => groups.leave()} />
      </span>
      {isListing ? <GroupCallPeople call={call} close={() => setListing(false)} /> : null}
      {isChoosing ? (
        <CallDevices
          own={own}
          choose={(kind, id) => groups.choose(kind, id)}
          close={() => setChoosing(false)}
        />
      ) : null}
    </div>
  );
}
