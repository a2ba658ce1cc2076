const ANSWER_WITHIN_MS = 10_000;

/**
 * Keeps a quiet connection alive and notices a dead one. Timers are set again from the handler of a received frame,
 * not only from a timer: browsers slow down chains of timers in hidden pages to one a minute, which is too slow here.
 */
export class Heartbeat {
  #idle: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #everyMs = 25_000;
  #lastSent = 0;

  constructor(
    private readonly ping: () => void,
    private readonly dead: () => void,
  ) {}

  start(everyMs: number): void {
    this.#everyMs = everyMs;
    this.sent();
  }

  sent(): void {
    this.#lastSent = Date.now();
    this.#arm();
  }

  heard(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    this.#arm();
  }

  /** Asks for a sign of life now; without one in time the connection counts as dead. */
  probe(withinMs = ANSWER_WITHIN_MS): void {
    if (withinMs < ANSWER_WITHIN_MS) clearTimeout(this.#deadline);
    if (withinMs < ANSWER_WITHIN_MS || this.#deadline === undefined)
      this.#deadline = setTimeout(this.dead, withinMs);
    this.ping();
  }

  stop(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  #arm(): void {
    clearTimeout(this.#idle);
    const rest = Math.max(0, this.#lastSent + this.#everyMs - Date.now());
    this.#idle = setTimeout(() => this.probe(), rest);
  }
}
