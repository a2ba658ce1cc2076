/** What browsers play everywhere comes first. */
const TYPES = ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/webm;codecs=opus', 'audio/webm'];
const LEVEL_EVERY_MS = 50;
/** A message of speech takes so much at most, and is not longer than that. */
const BITS_A_SECOND = 32_000;
export const LONGEST_MS = 15 * 60_000;

export interface Recorded {
  file: Blob;
  durationMs: number;
  /** How loud it was, at equal distances, each 0 to 1. */
  levels: readonly number[];
}

/** One recording from the microphone. Whoever begins it ends it, by either way. */
export class Recording {
  readonly #parts: Blob[] = [];
  readonly #levels: number[] = [];
  readonly #began = performance.now();
  readonly #context = new AudioContext();
  readonly #ticks: ReturnType<typeof setInterval>;
  readonly #recorder: MediaRecorder;
  #over = false;

  private constructor(
    private readonly microphone: MediaStream,
    told: (levels: readonly number[], durationMs: number) => void,
  ) {
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.#recorder = new MediaRecorder(microphone, {
      ...(mimeType ? { mimeType } : {}),
      audioBitsPerSecond: BITS_A_SECOND,
    });
    this.#recorder.ondataavailable = ({ data }) => this.#parts.push(data);
    const analyser = this.#context.createAnalyser();
    this.#context.createMediaStreamSource(microphone).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    this.#ticks = setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      this.#levels.push(
        Math.min(
          1,
          wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0),
        ),
      );
      told(this.#levels, performance.now() - this.#began);
    }, LEVEL_EVERY_MS);
    this.#recorder.start(1_000);
  }

  /** Rejects where there is no microphone, or it may not be heard. */
  static async begin(told: (levels: readonly number[], durationMs: number) => void): Promise<Recording> {
    const microphone = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true },
    });
    return new Recording(microphone, told);
  }

  /** Ends it, and answers with what was recorded. */
  async end(): Promise<Recorded> {
    const durationMs = Math.round(performance.now() - this.#began);
    const stopped = new Promise((resolve) => {
      this.#recorder.onstop = resolve;
    });
    this.#recorder.stop();
    await stopped;
    this.discard();
    const file = new Blob(this.#parts, { type: this.#recorder.mimeType });
    return { file: await withDuration(file, durationMs), durationMs, levels: this.#levels };
  }

  /** Ends it and keeps nothing; the microphone is free. */
  discard(): void {
    if (this.#over) return;
    this.#over = true;
    clearInterval(this.#ticks);
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    for (const track of this.microphone.getTracks()) track.stop();
    if (this.#context.state !== 'closed') void this.#context.close();
  }
}

/** Browsers write WebM without its length, and players then do not know it. */
async function withDuration(file: Blob, durationMs: number): Promise<Blob> {
  if (!file.type.startsWith('audio/webm')) return file;
  const { default: fix } = await import('fix-webm-duration');
  return fix(file, durationMs, { logger: false });
}
