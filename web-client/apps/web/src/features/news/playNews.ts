const SECONDS = 0.16;

let context: AudioContext | null = null;

/** Two short tones. A page in which nobody has pressed anything yet is silent. */
export function playNews(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state !== 'running') {
    void context.resume();
    return;
  }
  for (const [index, pitch] of [660, 880].entries()) {
    const begin = context.currentTime + index * SECONDS;
    const [tone, loudness] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.08, begin);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + SECONDS);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + SECONDS);
  }
}
