import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { IconButton } from '../ui/IconButton';
import { useWords } from '../words/useWords';
import { clock } from './clock';
import css from './VoicePlayer.module.css';
import { LOUDEST } from './waveform';

const SPEEDS = [1, 1.5, 2];
/** How fast this person listens. */
const speedStore = createStore<{ speed: number }>(() => ({ speed: 1 }));
/** How far each recording was heard, as long as the page is open. */
const heard = new Map<string, number>();
/** Only one is played at a time. */
let playing: HTMLAudioElement | null = null;

interface VoicePlayerProps {
  /** What its position is kept by. */
  id: string;
  url: string | null | undefined;
  /** Told by the message: what the file says may be unknown. */
  durationMs: number;
  waveform: readonly number[];
  /** It could not be fetched. */
  refused?: (() => void) | undefined;
}

/** Plays a voice message. */
export function VoicePlayer({ id, url, durationMs, waveform, refused }: VoicePlayerProps) {
  const words = useWords();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(() => heard.get(id) ?? 0);
  const { speed } = useStore(speedStore);
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed]);

  function move(ms: number) {
    heard.set(id, ms);
    setAt(ms);
  }

  function seek(ms: number) {
    if (audio.current) audio.current.currentTime = ms / 1_000;
    move(ms);
  }

  function toggle() {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) {
      element.pause();
      return;
    }
    playing?.pause();
    playing = element;
    element.playbackRate = speed;
    element.play().catch(() => setPlaying(false));
  }

  return (
    <div className={css.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: what people say has no captions */}
      <audio
        ref={audio}
        src={url ?? undefined}
        preload="metadata"
        onLoadedMetadata={({ currentTarget }) => {
          if (at > 0) currentTarget.currentTime = at / 1_000;
        }}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={({ currentTarget }) => move(Math.min(currentTarget.currentTime * 1_000, durationMs))}
        onEnded={() => {
          setPlaying(false);
          seek(0);
        }}
        onError={() => refused?.()}
      />
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={isPlaying ? words('voice.pause') : words('voice.play')}
        isDisabled={!url}
        onPress={toggle}
      />
      <span className={css.track}>
        <span className={css.bars} aria-hidden="true">
          {waveform.map((loud, bar) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={bar}
              className={(bar / waveform.length) * durationMs < at ? css.heard : undefined}
              style={{ '--loud': loud / LOUDEST }}
            />
          ))}
        </span>
        <input
          className={css.seek}
          type="range"
          aria-label={words('voice.position')}
          aria-valuetext={words('voice.of', { at: clock(at), length: clock(durationMs) })}
          min={0}
          max={durationMs}
          step={Math.max(1, Math.min(1_000, Math.round(durationMs / 20)))}
          value={at}
          disabled={!url}
          onChange={({ target }) => seek(Number(target.value))}
        />
      </span>
      <span className={css.time}>{clock(at > 0 ? at : durationMs)}</span>
      <button
        type="button"
        className={css.speed}
        aria-label={words('voice.speed', { speed: String(speed) })}
        onClick={() => {
          const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
          speedStore.setState({ speed: next });
        }}
      >
        {speed}×
      </button>
    </div>
  );
}
