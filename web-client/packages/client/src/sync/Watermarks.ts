import { is } from '@parley/protocol/is';
import { applyReceipt } from '../conversation/applyReceipt';
import { NOTHING_REACHED } from '../conversation/raiseWatermark';
import type { ChatStore } from './ChatStore';
import type { Sender } from './Sender';

/** Messages of a burst are told in one frame. */
const GATHER_MS = 60;
/** As many conversations as a frame takes. */
const MOST = 100;

/**
 * Tells the server what has reached this device and what was shown. Compares what is held with what the server is
 * known to know, so that whatever was lost with a connection is told again on the next one.
 */
export class Watermarks {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #telling = new Set<string>();

  constructor(
    private readonly store: ChatStore,
    private readonly gateway: Sender,
    /** The highest number that came into view while this person looked at a conversation. */
    private readonly seen: (conversation: string) => number,
    /** Whether it is for this client to tell what arrives: of several that share a connection one does. */
    private readonly tellsReceived: () => boolean = () => true,
  ) {}

  /** To be called whenever messages, attention or the connection change. */
  update(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.gateway.ready) return;
      this.#tell('read');
      if (this.tellsReceived()) this.#tell('received');
    }, GATHER_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #tell(type: 'read' | 'received'): void {
    const due = this.#due(type);
    const told = due.slice(0, MOST);
    if (told.length === 0) return;
    for (const [conversation] of told) this.#telling.add(conversation);
    this.gateway
      .request({ type, upTo: Object.fromEntries(told) })
      .then((ack) => {
        const refused = new Set(is('CursorsAck', ack) ? ack.refused?.map((each) => each.conversation) : []);
        const taken = told.filter(([conversation]) => !refused.has(conversation));
        for (const [conversation, upTo] of taken) this.#raise(type, conversation, upTo);
        if (due.length > told.length || taken.some(([conversation, upTo]) => this.#grew(conversation, upTo)))
          this.update();
      })
      // What was not acknowledged is told with the next change or the next connection.
      .catch(() => {})
      .finally(() => {
        for (const [conversation] of told) this.#telling.delete(conversation);
      });
  }

  /** How far each conversation is, in which the server does not know so much yet. */
  #due(type: 'read' | 'received'): [string, number][] {
    const { conversations, me } = this.store.getState();
    return Object.values(conversations).flatMap(
      ({ conversation, lastNumber, watermarks }): [string, number][] => {
        const { readUpTo, deliveredUpTo } = watermarks[me] ?? NOTHING_REACHED;
        const seen = Math.min(lastNumber, this.seen(conversation));
        const upTo = type === 'read' ? seen : lastNumber;
        // To have read is to have received.
        const known = type === 'read' ? readUpTo : Math.max(deliveredUpTo, readUpTo, seen);
        return upTo > known && !this.#telling.has(conversation) ? [[conversation, upTo]] : [];
      },
    );
  }

  #raise(type: 'read' | 'received', conversation: string, upTo: number): void {
    const state = this.store.getState();
    const kind = type === 'read' ? 'read' : 'delivered';
    const receipt = { conversation, member: state.me, kind, upTo };
    this.store.setState(applyReceipt(state, receipt), true);
  }

  #grew(conversation: string, upTo: number): boolean {
    return (this.store.getState().conversations[conversation]?.lastNumber ?? 0) > upTo;
  }
}
