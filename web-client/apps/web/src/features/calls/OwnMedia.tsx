import { Mic, MicOff, ScreenShare, ScreenShareOff, Video, VideoOff } from 'lucide-react';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { mayShowScreen } from './openScreen';
import type { Tracks } from './Sources';

interface OwnMediaProps {
  own: Tracks;
  muted: boolean;
  /** Where it is sent. */
  to: { mute(muted: boolean): void; setCamera(on: boolean): unknown; setScreen(on: boolean): unknown };
}

/** What of oneself is heard and seen in a call. */
export function OwnMedia({ own, muted, to }: OwnMediaProps) {
  const words = useWords();
  const isSilent = muted || !own.microphone;
  return (
    <>
      <IconButton
        icon={isSilent ? MicOff : Mic}
        label={words(isSilent ? 'calls.unmute' : 'calls.mute')}
        onPress={() => to.mute(!isSilent)}
      />
      <IconButton
        icon={own.camera ? Video : VideoOff}
        label={words(own.camera ? 'calls.camera-off' : 'calls.camera-on')}
        onPress={() => void to.setCamera(!own.camera)}
      />
      {mayShowScreen() ? (
        <IconButton
          icon={own.screen ? ScreenShareOff : ScreenShare}
          label={words(own.screen ? 'calls.screen-off' : 'calls.screen-on')}
          onPress={() => void to.setScreen(!own.screen)}
        />
      ) : null}
    </>
  );
}
