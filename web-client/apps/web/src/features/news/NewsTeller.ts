import type { Arrival, ChatState } from '@parley/client/conversation/ChatState';
import { isNews } from '@parley/client/conversation/isNews';
import { waiting } from '@parley/client/conversation/unread';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';

/** So long the tab that would tell waits for one that is looked at. */
const PATIENCE_MS = 250;

/** How news is told: of several tabs by one. */
export interface NewsWays {
  /** Whether this person looks at this tab, and at which conversation. */
  looking(): boolean;
  open(): string | null;
  /** Whether this person blocks someone, of whom nothing is told in groups either. */
  blocks(user: string): boolean;
  play(): void;
  /** Shows a pop-up; answers with a way to take it back. */
  popUp(arrival: Arrival): () => void;
}

/**
 * Tells of what arrives in conversations that are not quiet, unless nobody is to disturb this person. A tab that is looked at says so to the others, and plays a sound only for what
 * it does not show; where none is, the one that has the connection tells.
 */
export class NewsTeller {
  readonly #taken = new Set<string>();
  readonly #shown = new Map<string, () => void>();
  readonly #stop: () => void;

  constructor(
    private readonly engine: ChatEngine,
    private readonly tabs: Pick<BroadcastChannel, 'onmessage' | 'postMessage' | 'close'>,
    private readonly ways: NewsWays,
  ) {
    tabs.onmessage = ({ data }) => this.#taken.add(String(data));
    this.#stop = engine.store.subscribe((state, before) => this.#changed(state, before));
  }

  close(): void {
    this.#stop();
    this.tabs.close();
    for (const takeBack of this.#shown.values()) takeBack();
  }

  #changed(state: ChatState, before: ChatState): void {
    const { arrival } = state;
    if (state.conversations !== before.conversations) this.#takeBackRead(state);
    if (!arrival || arrival === before.arrival || arrival.message === before.arrival?.message) return;
    if (!isNews(state, arrival, Date.now()) || this.ways.blocks(arrival.author)) return;
    if (this.ways.looking()) {
      this.tabs.postMessage(arrival.message);
      if (this.ways.open() !== arrival.conversation) this.ways.play();
    } else if (this.engine.leads) setTimeout(() => this.#tell(arrival), PATIENCE_MS);
  }

  #tell(arrival: Arrival): void {
    if (this.#taken.delete(arrival.message)) return;
    const { conversation } = arrival;
    const state = this.engine.store.getState();
    const held = state.conversations[conversation];
    // It was read meanwhile, on another device.
    if (!held || waiting(state, held) === 0) return;
    this.ways.play();
    this.#shown.get(conversation)?.();
    this.#shown.set(conversation, this.ways.popUp(arrival));
  }

  #takeBackRead(state: ChatState): void {
    for (const [id, takeBack] of this.#shown) {
      const held = state.conversations[id];
      if (held && waiting(state, held) > 0) continue;
      takeBack();
      this.#shown.delete(id);
    }
  }
}
