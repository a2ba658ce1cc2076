import type { MessageReference, ThreadPage } from '@parley/protocol/types';
import type { Call } from '../api/Http';
import { Problem } from '../api/Problem';
import { applyHistory } from '../conversation/applyHistory';
import type { ChatState } from '../conversation/ChatState';
import { replaceConversation } from '../conversation/replaceConversation';
import { applyFollowed, withOwn, withThread } from '../conversation/threads';
import { fetchFollowedThreads } from './api/fetchFollowedThreads';
import { fetchThread } from './api/fetchThread';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';

/** Reads threads: those that this person follows, and page by page what is said in one. */
export class ThreadLoader {
  /** Where the next page begins, by thread; null at its beginning. */
  readonly #next = new Map<string, string | null>();

  constructor(
    private readonly store: ChatStore,
    private readonly retries: Pick<Retries, 'run'>,
    private readonly call: Call,
    private readonly position: () => number | undefined,
  ) {}

  loadFollowed(): void {
    this.retries.run('threads', async () => {
      const { items } = await fetchFollowedThreads(this.call, this.position());
      this.#update((state) => applyFollowed(state, items));
    });
  }

  /** Reads the newest page. */
  load(id: string, root: MessageReference): void {
    this.#read(id, root, null);
  }

  /** Reads the page before what is held. */
  loadEarlier(id: string, root: MessageReference): void {
    const next = this.#next.get(keyOf(id, root));
    if (next) this.#read(id, root, next);
  }

  #read(id: string, root: MessageReference, cursor: string | null): void {
    this.retries.run(`thread ${keyOf(id, root)}`, async () => {
      try {
        const page = await fetchThread(this.call, id, root.sequence, cursor, this.position());
        this.#next.set(keyOf(id, root), page.next);
        this.#update((state) => withPage(state, id, root, page, cursor === null));
      } catch (problem) {
        // Not to be seen (any more).
        if (!(problem instanceof Problem && problem.status === 404)) throw problem;
      }
    });
  }

  /** Whether there is a page before what is held. */
  hasEarlier(id: string, root: MessageReference): boolean {
    return typeof this.#next.get(keyOf(id, root)) === 'string';
  }

  #update(change: (state: ChatState) => ChatState): void {
    this.store.setState(change(this.store.getState()), true);
  }
}

function keyOf(id: string, root: MessageReference): string {
  return `${id}/${root.number}`;
}

function withPage(
  state: ChatState,
  id: string,
  root: MessageReference,
  page: ThreadPage,
  isNewest: boolean,
): ChatState {
  const single = (current: ChatState, item: ThreadPage['root']) =>
    applyHistory(current, id, { from: item.number, to: item.number, items: [item] });
  const read = [page.root, ...page.items].reduce(single, state);
  const held = read.conversations[id];
  if (!held) return read;
  const owned = isNewest ? withOwn(held, root, page.own, page.root.replies, state.me) : held;
  const thread = owned.threads?.[root.number];
  if (!thread) return read;
  const numbers = page.items.flatMap((item) => (item.thread ? [item.thread.number] : []));
  const from = page.next === null ? 1 : Math.min(thread.from ?? Number.POSITIVE_INFINITY, ...numbers);
  return replaceConversation(read, withThread(owned, { ...thread, from }));
}
