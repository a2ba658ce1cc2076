import { createStore } from 'zustand/vanilla';
import type { OutboxEntry, OutboxFile } from '../conversation/ChatState';
import { changeFile } from '../conversation/outboxSteps';
import { uuidv7 } from '../text/uuidv7';
import type { ChatStore } from './ChatStore';

/** As many files of a message are on their way at once. */
const LANES = 3;
/** Where an image, a video or sound is refused as such, it goes as a file. */
const NOT_OF_ITS_KIND = ['picture_unreadable', 'picture_too_large', 'file_type_invalid', 'file_too_large'];

/**
 * Brings a file to the server and waits until it was checked there. Begun again, it goes on with what is there already.
 *
 * @param sent is told how much of it is there, from 0 to 1
 */
export type Upload = (file: OutboxFile, sent: (share: number) => void, signal: AbortSignal) => Promise<void>;

/** Uploads the files of messages that wait for them. */
export class Uploading {
  /** By upload: how much of it was sent, from 0 to 1. */
  readonly progress = createStore<Readonly<Record<string, number>>>(() => ({}));
  readonly #running = new Map<string, AbortController>();

  constructor(
    private readonly store: ChatStore,
    private readonly upload: Upload,
  ) {}

  /** Whether all files of a message are there. */
  static isDone({ files = [] }: OutboxEntry): boolean {
    return files.every(({ ready }) => ready);
  }

  /** Resolves when all files of a message are there, or it was stopped; not twice at once for the same. Rejects with what the first refusal was. */
  async run({ message, files = [] }: OutboxEntry): Promise<'done' | 'stopped' | 'running'> {
    if (this.#running.has(message)) return 'running';
    const stop = new AbortController();
    this.#running.set(message, stop);
    const waiting = files.filter(({ ready }) => !ready);
    try {
      await Promise.all(
        Array.from({ length: LANES }, async () => {
          for (let file = waiting.shift(); file && !stop.signal.aborted; file = waiting.shift())
            await this.#one(message, file, stop.signal);
        }),
      );
      return stop.signal.aborted ? 'stopped' : 'done';
    } catch (failure) {
      if (stop.signal.aborted) return 'stopped';
      stop.abort();
      throw failure;
    } finally {
      this.#running.delete(message);
    }
  }

  stop(message: string): void {
    this.#running.get(message)?.abort();
  }

  close(): void {
    for (const stop of this.#running.values()) stop.abort();
  }

  #change(message: string, upload: string, change: (file: OutboxFile) => OutboxFile): void {
    this.store.setState(changeFile(this.store.getState(), message, upload, change), true);
  }

  async #one(message: string, file: OutboxFile, signal: AbortSignal): Promise<void> {
    const { upload } = file;
    const tell = (share: number) => this.progress.setState({ [upload]: share });
    try {
      await this.upload(file, tell, signal);
      this.#change(message, upload, (each) => ({ ...each, ready: true }));
    } catch (failure) {
      if (signal.aborted || file.kind === 4 || !file.file || !isOtherKind(failure)) throw failure;
      const { width: _, height: __, thumbhash: ___, ...plain } = file;
      const asFile = { ...plain, upload: uuidv7(), kind: 4 };
      this.#change(message, upload, () => asFile);
      await this.#one(message, asFile, signal);
    } finally {
      const { [upload]: ____, ...others } = this.progress.getState();
      this.progress.setState(others, true);
    }
  }
}

function isOtherKind(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && NOT_OF_ITS_KIND.includes(String(failure.code));
}
