import type { EventView } from '@/shared/contract/types';
import { applyEvent } from '@/shared/conversation/applyEvent';
import { missingRange } from '@/shared/conversation/missingRange';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';

type FetchEvents = (id: string, from: number, to: number) => Promise<EventView[]>;

/** Asks over HTTP for events that are known to exist and have not come. */
export class GapFiller {
  constructor(
    private readonly store: ChatStore,
    private readonly retries: Retries,
    private readonly fetchEvents: FetchEvents,
  ) {}

  /** To be called after every change; does nothing without a gap or while one is being filled. */
  fill(id: string): void {
    if (this.#range(id)) this.retries.run(`gap ${id}`, () => this.#fetch(id));
  }

  async #fetch(id: string): Promise<void> {
    for (let range = this.#range(id); range; range = this.#range(id)) {
      const events = await this.fetchEvents(id, range.from, range.to);
      if (events.length === 0) throw new Error('The log does not answer with what it is known to hold.');
      this.store.setState(events.reduce(applyEvent, this.store.getState()), true);
    }
  }

  #range(id: string): { from: number; to: number } | null {
    const conversation = this.store.getState().conversations[id];
    return conversation ? missingRange(conversation) : null;
  }
}
