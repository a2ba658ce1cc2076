import type { ErrorFrame } from '@parley/protocol/types';
import { FrameRefused } from './FrameRefused';
import type { AckFrame } from './frames';

const PATIENCE_MS = 15_000;

interface Waiting {
  resolve(ack: AckFrame): void;
  reject(refused: FrameRefused): void;
  timer: ReturnType<typeof setTimeout>;
}

/** Matches answers to the frames they answer, by the `id` a frame carries and the `ref` its answer does. */
export class Requests {
  #next = 1;
  readonly #waiting = new Map<string, Waiting>();

  open(): { id: string; answer: Promise<AckFrame> } {
    const id = `c${this.#next++}`;
    const answer = new Promise<AckFrame>((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id)?.reject(FrameRefused.unanswered()), PATIENCE_MS);
      this.#waiting.set(id, { resolve, reject, timer });
    });
    return { id, answer };
  }

  answer(frame: AckFrame | ErrorFrame): void {
    const waiting = frame.ref ? this.#settle(frame.ref) : undefined;
    if (frame.type === 'ack') waiting?.resolve(frame);
    else waiting?.reject(refusal(frame));
  }

  abandonAll(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(FrameRefused.disconnected());
  }

  #settle(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting) clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    return waiting;
  }
}

function refusal({ code, message, retryable, retryAfterMs, field }: ErrorFrame): FrameRefused {
  return new FrameRefused(code, message, retryable, retryAfterMs, field);
}
