import { Maximize, Minimize, Pause, PhoneOff, PictureInPicture2, Play, Settings2 } from 'lucide-react';
import { type RefObject, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { lazily } from '@/shared/lazy/lazily';
import type { Shortcut } from '@/shared/shortcuts/Shortcut';
import { useShortcuts } from '@/shared/shortcuts/useShortcuts';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './CallPanel.module.css';
import type { OwnCall } from './CallsState';
import { OwnMedia } from './OwnMedia';
import type { TabCalls } from './TabCalls';
import { useFullScreen } from './useFullScreen';

const CallDevices = lazily(async () => (await import('./CallDevices')).CallDevices);

interface CallControlsProps {
  call: OwnCall;
  calls: TabCalls;
  panel: RefObject<HTMLElement | null>;
  isLarge: boolean;
}

export function CallControls({ call, calls, panel, isLarge }: CallControlsProps) {
  const words = useWords();
  const { talk } = call;
  const { muted, own, held, their } = useStore(talk.store);
  const [isChoosing, setChoosing] = useState(false);
  const fullScreen = useFullScreen(panel);
  const isGoing = call.step === 'going';
  useShortcuts(
    useMemo(
      (): Shortcut[] => [
        {
          id: 'calls.mute',
          keys: ['Alt', 'm'],
          meaning: (say) => say('calls.mute-keys'),
          run: () => talk.mute(!talk.store.getState().muted),
        },
        {
          id: 'calls.hang-up',
          keys: ['Alt', 'Backspace'],
          meaning: (say) => say('calls.hang-up'),
          run: () => calls.hangUp(),
        },
      ],
      [talk, calls],
    ),
  );

  function popOut() {
    const shown = panel.current?.querySelector('video');
    void shown?.requestPictureInPicture?.().catch(() => {});
  }

  return (
    <div className={css.controls}>
      <OwnMedia own={own} muted={muted} to={talk} />
      {isGoing ? (
        <IconButton
          icon={held ? Play : Pause}
          label={words(held ? 'calls.resume' : 'calls.hold')}
          onPress={() => talk.hold(!held)}
        />
      ) : null}
      <IconButton icon={Settings2} label={words('calls.devices')} onPress={() => setChoosing(true)} />
      {their.camera && document.pictureInPictureEnabled ? (
        <IconButton icon={PictureInPicture2} label={words('calls.pop-out')} onPress={popOut} />
      ) : null}
      {isLarge && fullScreen.isPossible ? (
        <IconButton
          icon={fullScreen.isOn ? Minimize : Maximize}
          label={words(fullScreen.isOn ? 'calls.full-screen-off' : 'calls.full-screen')}
          onPress={fullScreen.turn}
        />
      ) : null}
      <span className={css.hangUp}>
        <IconButton
          icon={PhoneOff}
          label={words(call.step === 'ringing' ? 'calls.cancel' : 'calls.hang-up')}
          onPress={() => calls.hangUp()}
        />
      </span>
      {isChoosing ? (
        <CallDevices
          own={own}
          choose={(kind, id) => talk.choose(kind, id)}
          close={() => setChoosing(false)}
        />
      ) : null}
    </div>
  );
}
