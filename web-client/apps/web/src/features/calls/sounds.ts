interface Pattern {
  /** Pitches one after another, and how long each is. */
  tones: readonly number[];
  seconds: number;
  loudness: number;
  everyMs: number;
}

const RING: Pattern = { tones: [660, 880, 660, 880], seconds: 0.18, loudness: 0.12, everyMs: 2_400 };
const RINGBACK: Pattern = { tones: [425], seconds: 1, loudness: 0.04, everyMs: 4_000 };

let context: AudioContext | null = null;

export function ring(): () => void {
  const stop = repeat(RING);
  const shake = () => navigator.vibrate?.([300, 200, 300]);
  shake();
  const timer = setInterval(shake, RING.everyMs);
  return () => {
    stop();
    clearInterval(timer);
    navigator.vibrate?.(0);
  };
}

/** What who calls hears while it rings at the other's. */
export function ringBack(): () => void {
  return repeat(RINGBACK);
}

/** A page in which nobody has pressed anything yet is silent until then. */
function repeat(pattern: Pattern): () => void {
  if (typeof AudioContext === 'undefined') return () => {};
  context ??= new AudioContext();
  const { destination } = context;
  const all = context.createGain();
  all.connect(destination);
  const once = () => {
    if (context && context.state !== 'running') void context.resume().catch(() => {});
    if (context?.state === 'running') play(context, all, pattern);
  };
  once();
  const timer = setInterval(once, pattern.everyMs);
  return () => {
    clearInterval(timer);
    all.disconnect();
  };
}

function play(at: AudioContext, into: AudioNode, { tones, seconds, loudness }: Pattern): void {
  for (const [index, pitch] of tones.entries()) {
    const begin = at.currentTime + index * seconds;
    const [tone, volume] = [at.createOscillator(), at.createGain()];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(loudness, begin);
    volume.gain.setValueAtTime(loudness, begin + seconds * 0.7);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + seconds);
    tone.connect(volume).connect(into);
    tone.start(begin);
    tone.stop(begin + seconds);
  }
}
