import type { MessagePage } from '@parley/protocol/types';
import type { Call } from '../api/Http';
import { applyHistory, type HistoryPage } from '../conversation/applyHistory';
import type { Conversation } from '../conversation/ChatState';
import { newestRange, rangeAround, rangeWith } from '../conversation/timeline';
import { fetchHistory, HISTORY_PAGE } from './api/fetchHistory';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';

/** Reads messages of a conversation: its newest, those around a number, and those before and after what is held. */
export class HistoryLoader {
  constructor(
    private readonly store: ChatStore,
    private readonly retries: Pick<Retries, 'run'>,
    private readonly call: Call,
    /** What is known to be recorded: a view that lacks it could bring back what is gone. */
    private readonly position: () => number | undefined,
  ) {}

  /** Reads what comes before a number, by default before what is held up to the newest message. */
  loadOlder(id: string, before: number = this.#oldest(id)): void {
    if (before <= 1) return;
    this.#load(id, `before ${before}`, before - 1, () => this.#before(id, before));
  }

  /** Reads what comes after a number. */
  loadNewer(id: string, after: number): void {
    const last = this.#conversation(id)?.lastNumber ?? 0;
    if (after >= last) return;
    this.#load(id, `after ${after}`, after + 1, async () => {
      const { items, notices } = await fetchHistory(this.call, id, { after }, this.position());
      return { from: after + 1, to: Math.max(after, ...numbersOf(items)), items, notices };
    });
  }

  /** Reads the messages around a number, so that it stands in the middle of what is held. */
  loadAround(id: string, number: number): void {
    const last = this.#conversation(id)?.lastNumber ?? 0;
    const before = Math.min(last, number + HISTORY_PAGE / 2) + 1;
    const isHeld = () => {
      const { timeline = [], lastNumber = 0 } = this.#conversation(id) ?? {};
      return rangeAround(timeline, number, lastNumber) !== undefined;
    };
    if (number >= 1 && number <= last)
      this.#load(id, `around ${number}`, number, () => this.#before(id, before), isHeld);
  }

  /** Reads one message, for those that quote it. */
  loadOne(id: string, number: number): void {
    const { lastNumber = 0, kind } = this.#conversation(id) ?? {};
    if (number < 1 || number > lastNumber) return;
    this.#load(id, `one ${number}`, number, async () => {
      const page = await fetchHistory(this.call, id, { before: number + 1 }, this.position(), 1);
      const items = page.items.filter((each) => each.number === number);
      // In a group it may be one that this person does not see.
      const isKnown = kind === 'group' || items.length > 0;
      return { from: number, to: isKnown ? number : number - 1, items };
    });
  }

  /** Reads what happened in a group before anything was said, which no message that is held tells. */
  loadBeginning(id: string): void {
    this.retries.run(`history ${id} beginning`, async () => {
      const { lastNumber = 0 } = this.#conversation(id) ?? {};
      const page = await this.#before(id, Math.min(1, lastNumber) + 1);
      this.store.setState(applyHistory(this.store.getState(), id, page), true);
    });
  }

  /** Reads until the message of a number, which is missing, is held. */
  #load(
    id: string,
    which: string,
    missing: number,
    read: () => Promise<HistoryPage>,
    isHeld = () => rangeWith(this.#conversation(id)?.timeline ?? [], missing) !== undefined,
  ): void {
    if (isHeld()) return;
    this.retries.run(`history ${id} ${which}`, async () => {
      const page = await read();
      this.store.setState(applyHistory(this.store.getState(), id, page), true);
      if (this.#conversation(id) && !isHeld()) throw new Error('The view does not hold these messages yet.');
    });
  }

  /** A view may lag, so that the page ends before what was asked for; in a group that is also what this person does not see. */
  async #before(id: string, before: number): Promise<HistoryPage> {
    const page: MessagePage = await fetchHistory(this.call, id, { before }, this.position());
    const { items, next, notices } = page;
    const numbers = numbersOf(items);
    const isGroup = this.#conversation(id)?.kind === 'group';
    const to = isGroup ? before - 1 : Math.max(0, ...numbers);
    return { from: next === null ? 1 : Math.min(to, ...numbers), to, items, notices };
  }

  #oldest(id: string): number {
    const conversation = this.#conversation(id);
    if (!conversation) return 0;
    return newestRange(conversation.timeline, conversation.lastNumber)?.from ?? conversation.lastNumber + 1;
  }

  #conversation(id: string): Conversation | undefined {
    return this.store.getState().conversations[id];
  }
}

function numbersOf(items: MessagePage['items']): number[] {
  return items.map(({ number }) => number);
}
