import { Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/shared/ui/Button';
import { useWords } from '@/shared/words/useWords';
import css from './CallPanel.module.css';
import { chosenDevices } from './devices';

interface SoundProps {
  track: MediaStreamTrack | null;
  /** Nothing is heard on hold. */
  isHeld: boolean;
}

/** What the other says. Where the browser plays nothing that nobody asked for, a button does. */
export function Sound({ track, isHeld }: SoundProps) {
  const words = useWords();
  const audio = useRef<HTMLAudioElement>(null);
  const [isBlocked, setBlocked] = useState(false);
  const speaker = useStore(chosenDevices, ({ audiooutput }) => audiooutput);

  function play() {
    audio.current
      ?.play()
      .then(() => setBlocked(false))
      .catch((failure: unknown) => {
        if (failure instanceof DOMException && failure.name === 'NotAllowedError') setBlocked(true);
      });
  }

  const begin = useRef(play);
  useEffect(() => {
    const element = audio.current;
    if (!element || !track) return;
    element.srcObject = new MediaStream([track]);
    begin.current();
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    if (audio.current) audio.current.muted = isHeld;
  }, [isHeld]);
  useEffect(() => {
    const element = audio.current;
    if (element && 'setSinkId' in element) element.setSinkId(speaker ?? '').catch(() => {});
  }, [speaker]);
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: people who talk have no captions. */}
      <audio ref={audio} autoPlay />
      {isBlocked ? (
        <div className={css.sound}>
          <Button onPress={play}>
            <Volume2 size={18} aria-hidden="true" /> {words('calls.sound')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
