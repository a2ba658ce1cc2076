import { uuidv7 } from '@parley/client/text/uuidv7';
import { Send, Square, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ComposerPanelProps } from '@/shared/feature/Feature';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { clock } from '@/shared/voice/clock';
import { VoicePlayer } from '@/shared/voice/VoicePlayer';
import { waveformOf } from '@/shared/voice/waveform';
import { useWords } from '@/shared/words/useWords';
import { LONGEST_MS, type Recorded, Recording } from './Recording';
import css from './Voice.module.css';

/** Who lets go earlier has pressed: it is recorded until it is ended. */
const HELD_MS = 600;
const SHOWN_LEVELS = 40;

/** Records from the moment it opens; what was recorded can be heard before it is sent. */
export function VoicePanel({ conversation, held, done }: ComposerPanelProps) {
  const words = useWords();
  const engine = useEngine();
  const recording = useRef<Promise<Recording>>(null);
  const [levels, setLevels] = useState<readonly number[]>([]);
  const [lasts, setLasts] = useState(0);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [refused, setRefused] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const url = useAddress(recorded?.file);

  useEffect(() => {
    let gone = false;
    const begun = Recording.begin((all, ms) => {
      setLevels(all.slice(-SHOWN_LEVELS));
      setLasts(ms);
    });
    recording.current = begun;
    begun.then(
      (running) => {
        if (gone) running.discard();
      },
      () => {
        if (!gone) setRefused(true);
      },
    );
    panel.current?.focus();
    return () => {
      gone = true;
      void begun.then((running) => running.discard()).catch(() => {});
    };
  }, []);

  async function end(): Promise<Recorded | null> {
    if (recorded) return recorded;
    const running = await recording.current;
    const ended = running ? await running.end() : null;
    setRecorded(ended);
    return ended;
  }

  const wasHeld = useRef(false);
  const ending = useRef(end);
  ending.current = end;
  const isLong = lasts >= LONGEST_MS;
  useEffect(() => {
    if (isLong) void ending.current();
  }, [isLong]);
  useEffect(() => {
    if (held) wasHeld.current = true;
    else if (wasHeld.current && lasts >= HELD_MS) void ending.current();
    if (!held) wasHeld.current = false;
  }, [held, lasts]);

  async function send() {
    const ended = await end();
    if (!ended) return;
    const composed = engine.composing.store.getState()[conversation];
    const answered = composed?.do === 'reply' ? composed.message : null;
    const { file, durationMs } = ended;
    engine.outbox.write(
      conversation,
      '',
      answered ? { number: answered.number, sequence: answered.sequence } : undefined,
      null,
      [
        {
          upload: uuidv7(),
          file,
          name: `voice-${new Date().toISOString().slice(0, 16).replace(/[T:]/g, '-')}.${extensionOf(file)}`,
          kind: 3,
          durationMs,
          waveform: waveformOf(ended.levels),
          ready: false,
        },
      ],
    );
    if (answered) engine.composing.end(conversation);
    done();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no keys of its own
    <div
      ref={panel}
      role="group"
      tabIndex={-1}
      className={css.panel}
      aria-label={words('voice.message')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
      }}
    >
      <IconButton icon={Trash2} label={words('voice.cancel')} onPress={done} />
      {refused ? (
        <p role="alert" className={css.refused}>
          {words('voice.refused')}
        </p>
      ) : recorded ? (
        <VoicePlayer
          id="preview"
          url={url}
          durationMs={recorded.durationMs}
          waveform={waveformOf(recorded.levels)}
        />
      ) : (
        <>
          <span className={css.levels} aria-hidden="true">
            {levels.map((level, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
              <span key={at} style={{ '--loud': level }} />
            ))}
          </span>
          <span className={css.time}>{clock(lasts)}</span>
          <span role="status" className={css.hidden}>
            {words('voice.recording')}
          </span>
          <IconButton icon={Square} label={words('voice.stop')} onPress={() => void end()} />
        </>
      )}
      <IconButton
        icon={Send}
        look="filled"
        directed
        label={words('voice.send')}
        isDisabled={refused || lasts === 0}
        onPress={() => void send()}
      />
    </div>
  );
}

function extensionOf({ type }: Blob): string {
  return type.startsWith('audio/mp4') ? 'm4a' : 'webm';
}

/** An address of what is on this device, as long as it is shown. */
function useAddress(file: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
