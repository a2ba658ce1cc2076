import type { TabMessage, Tabs } from '../sync/Tabs';

/** Tabs of one browser, all in this program. Messages arrive later and are copies. */
export class MemoryTabs {
  readonly #listeners = new Map<string, (message: TabMessage) => void>();
  readonly #queue: { tab: string; led(): void }[] = [];
  readonly #muted = new Set<string>();

  tab(tab: string): Tabs {
    return {
      lead: (_, led) => {
        this.#queue.push({ tab, led });
        if (this.#queue.length === 1) queueMicrotask(led);
        return () => this.close(tab);
      },
      open: () => ({
        post: (message) => this.#post(tab, message),
        listen: (listener) => void this.#listeners.set(tab, listener),
        close: () => void this.#listeners.delete(tab),
      }),
    };
  }

  /** What this tab tells the others is lost. */
  mute(tab: string): void {
    this.#muted.add(tab);
  }

  close(tab: string): void {
    const at = this.#queue.findIndex((waiting) => waiting.tab === tab);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    const [next] = this.#queue;
    if (at === 0 && next) queueMicrotask(next.led);
  }

  #post(from: string, message: TabMessage): void {
    if (this.#muted.has(from)) return;
    const copy = structuredClone(message);
    queueMicrotask(() => {
      for (const [tab, listener] of this.#listeners) if (tab !== from) listener(copy);
    });
  }
}
