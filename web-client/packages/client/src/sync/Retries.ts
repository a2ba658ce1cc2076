import { backoff } from '../gateway/backoff';

/**
 * Runs keyed work, one at a time for each key, again with back-off until it succeeds or the whole is closed. Work that
 * must not be tried again returns instead of throwing.
 */
export class Retries {
  readonly #running = new Set<string>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #closed = false;

  run(key: string, work: () => Promise<void>): void {
    if (this.#closed || this.#running.has(key)) return;
    this.#running.add(key);
    void this.#attempt(key, work, 0);
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #attempt(key: string, work: () => Promise<void>, attempt: number): Promise<void> {
    try {
      await work();
      this.#running.delete(key);
    } catch {
      if (this.#closed) return;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void this.#attempt(key, work, attempt + 1);
      }, backoff(attempt));
      this.#timers.add(timer);
    }
  }
}
