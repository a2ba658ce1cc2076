import type { SignalFrame } from '../gateway/frames';

const REPEAT_MS = 4_000;
const IDLE_MS = 5_000;

/** Says that this person types: on the first key, again every four seconds, and when it stops. */
export class TypingNotifier {
  #conversation: string | null = null;
  #saidAt = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (frame: SignalFrame) => void) {}

  typed(conversation: string): void {
    if (this.#conversation !== conversation) this.stopped();
    const now = Date.now();
    if (this.#conversation === null || now - this.#saidAt >= REPEAT_MS) {
      this.#conversation = conversation;
      this.#saidAt = now;
      this.send({ type: 'typing', conversation, on: true });
    }
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.stopped(), IDLE_MS);
  }

  stopped(): void {
    clearTimeout(this.#idle);
    if (this.#conversation === null) return;
    this.send({ type: 'typing', conversation: this.#conversation, on: false });
    this.#conversation = null;
  }
}
