import type { EventView } from '@parley/protocol/types';
import { applyEvent } from '../conversation/applyEvent';
import { missingRange } from '../conversation/missingRange';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';

type FetchEvents = (id: string, from: number, to: number) => Promise<EventView[]>;

/** Of a longer range the first so many are answered. */
const MOST = 200;

/** Asks over HTTP for events that are known to exist and have not come. */
export class GapFiller {
  constructor(
    private readonly store: ChatStore,
    private readonly retries: Pick<Retries, 'run'>,
    private readonly fetchEvents: FetchEvents,
  ) {}

  /** To be called after every change; does nothing without a gap or while one is being filled. */
  fill(id: string): void {
    if (this.#range(id)) this.retries.run(`gap ${id}`, () => this.#fetch(id));
  }

  async #fetch(id: string): Promise<void> {
    for (let range = this.#range(id); range; range = this.#range(id)) {
      const events = await this.fetchEvents(id, range.from, range.to);
      const complete = this.#isGroup(id) ? withUnseen(id, range, events) : events;
      if (complete.length === 0) throw new Error('The log does not answer with what it is known to hold.');
      this.store.setState(complete.reduce(applyEvent, this.store.getState()), true);
    }
  }

  #isGroup(id: string): boolean {
    return this.store.getState().conversations[id]?.kind === 'group';
  }

  #range(id: string): { from: number; to: number } | null {
    const conversation = this.store.getState().conversations[id];
    return conversation ? missingRange(conversation) : null;
  }
}

/** What happened in a group while this person was not in it is not answered; it counts in sequence and says nothing. */
function withUnseen(id: string, range: { from: number; to: number }, events: EventView[]): EventView[] {
  const answered = new Map(events.map((event) => [event.sequence, event]));
  const last = Math.min(range.to, range.from + MOST - 1);
  const unseen = { conversation: id, position: 0, at: '', name: 'unseen', data: {} };
  return Array.from({ length: last - range.from + 1 }, (_, index) => {
    const sequence = range.from + index;
    return answered.get(sequence) ?? { ...unseen, sequence };
  });
}
