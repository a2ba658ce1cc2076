import { applyReceipt } from '@/shared/conversation/applyReceipt';
import type { Conversation } from '@/shared/conversation/ChatState';
import { NOTHING_REACHED } from '@/shared/conversation/raiseWatermark';
import type { ChatStore } from './ChatStore';
import type { Sender } from './Sender';

/** Messages of a burst are told in one frame. */
const GATHER_MS = 60;

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
    private readonly isReading: (conversation: string) => boolean,
  ) {}

  /** To be called whenever messages, attention or the connection change. */
  update(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.gateway.ready) return;
      for (const conversation of Object.values(this.store.getState().conversations)) this.#tell(conversation);
    }, GATHER_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #tell({ conversation, lastNumber, watermarks }: Conversation): void {
    const { me } = this.store.getState();
    const own = watermarks[me] ?? NOTHING_REACHED;
    const type = this.isReading(conversation) ? 'read' : 'received';
    const known = type === 'read' ? own.readUpTo : own.deliveredUpTo;
    if (lastNumber <= known || this.#telling.has(conversation)) return;
    this.#telling.add(conversation);
    this.gateway
      .request({ type, conversation, upTo: lastNumber })
      .then(() => {
        const kind = type === 'read' ? 'read' : 'delivered';
        const receipt = { conversation, member: me, kind, upTo: lastNumber };
        this.#telling.delete(conversation);
        this.store.setState(applyReceipt(this.store.getState(), receipt), true);
        this.update();
      })
      // What was not acknowledged is told with the next change or the next connection.
      .catch(() => this.#telling.delete(conversation));
  }
}
