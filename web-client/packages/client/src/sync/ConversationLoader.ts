import type { Call } from '../api/Http';
import { Problem } from '../api/Problem';
import { applySummary } from '../conversation/applySummary';
import type { ChatState } from '../conversation/ChatState';
import { fetchConversation } from './api/fetchConversation';
import { fetchConversations } from './api/fetchConversations';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';

/** Reads the conversations, all of them at first and single ones when a frame names one that is not held. */
export class ConversationLoader {
  constructor(
    private readonly store: ChatStore,
    private readonly retries: Retries,
    private readonly call: Call,
    /** Called once the list was read. */
    private readonly loaded: () => void = () => {},
  ) {}

  /** Reads the whole list, from a view that holds the position where one is given. */
  loadAll(position?: number): void {
    this.retries.run(`conversations ${position ?? ''}`, async () => {
      try {
        let cursor: string | null = null;
        do {
          const page = await fetchConversations(this.call, cursor, position);
          this.#update((state) => page.items.reduce(applySummary, state));
          cursor = page.next;
        } while (cursor);
        this.store.setState({ list: 'loaded' });
        this.loaded();
      } catch (problem) {
        if (this.store.getState().list === 'loading') this.store.setState({ list: 'failed' });
        throw problem;
      }
    });
  }

  loadInBackground(id: string, after?: number): void {
    this.retries.run(`conversation ${id}`, async () => {
      try {
        await this.load(id, after);
      } catch (problem) {
        // Not a member (any more): nothing will ever be shown of it.
        if (!(problem instanceof Problem && problem.status === 404)) throw problem;
      }
    });
  }

  async load(id: string, after?: number): Promise<void> {
    const summary = await fetchConversation(this.call, id, after);
    this.#update((state) => applySummary(state, summary));
  }

  #update(change: (state: ChatState) => ChatState): void {
    this.store.setState(change(this.store.getState()), true);
  }
}
