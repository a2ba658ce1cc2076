import { applyHistory } from '../conversation/applyHistory';
import { fetchHistory } from './api/fetchHistory';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';

/** Pages older messages of a conversation, by number, towards its first. */
export class HistoryLoader {
  constructor(
    private readonly store: ChatStore,
    private readonly retries: Retries,
  ) {}

  loadOlder(id: string): void {
    if (this.#oldest(id) <= 1) return;
    this.retries.run(`history ${id}`, async () => {
      const before = this.#oldest(id);
      const { items } = await fetchHistory(id, before);
      const state = applyHistory(this.store.getState(), id, items);
      this.store.setState(state, true);
      if (this.#oldest(id) === before) throw new Error('The view does not hold the newest messages yet.');
    });
  }

  #oldest(id: string): number {
    const conversation = this.store.getState().conversations[id];
    if (!conversation) return 0;
    return conversation.messages[0]?.number ?? conversation.lastNumber + 1;
  }
}
