import { createStore } from 'zustand/vanilla';
import { arrangementOf, isToArrange } from '../conversation/arrangement';
import type { ChatState, Conversation } from '../conversation/ChatState';
import { calling, waiting } from '../conversation/unread';

/** From so many changed conversations on it is quicker to sort all of them. */
const MANY = 16;
/** A timer that waits longer ends at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const NOTHING = { waiting: 0, calling: 0 };

/**
 * What is derived from all conversations, kept in step with those that change: their order, what is unread in all of them, who is told when
 * something about one changes.
 */
export class ConversationIndex {
  /** The ids, what is pinned first, and then newest first: by the last message or else the beginning. */
  readonly order = createStore<readonly string[]>(() => []);
  /** How much is unread in all conversations. */
  readonly unread = createStore<number>(() => 0);
  /** How much of that calls for this person: not what is muted or put away. */
  readonly calling = createStore<number>(() => 0);
  readonly #counted = new Map<string, { waiting: number; calling: number }>();
  readonly #pinned = new Set<string>();
  #muteEnds: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #withPerson = new Map<string, Set<string>>();

  /** Calls whenever something changes that a conversation is shown with. Answers with a way to hear no more. */
  listen(conversation: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(conversation) ?? new Set();
    this.#listeners.set(conversation, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(conversation);
    };
  }

  /** To be called after every change. Answers with the conversations that changed themselves. */
  changed(state: ChatState, before: ChatState): ReadonlySet<string> {
    const changed = changedKeys(state.conversations, before.conversations);
    const arranged = [...changedKeys(state.arrangements, before.arrangements), ...askedFor(state, before)];
    const either = new Set([...changed, ...arranged]);
    if (either.size > 0) this.#follow(state, before, either);
    for (const id of this.#concerned(state, before, either))
      for (const listener of this.#listeners.get(id) ?? []) listener();
    return changed;
  }

  close(): void {
    clearTimeout(this.#muteEnds);
  }

  #follow(state: ChatState, { conversations: old }: ChatState, changed: ReadonlySet<string>): void {
    const { conversations } = state;
    const moved: string[] = [];
    for (const id of changed) {
      const [now, before] = [conversations[id], old[id]];
      if (now && now.members !== before?.members) this.#join(now);
      const pinned = now !== undefined && arrangementOf(state, id).pinned;
      if (
        !now !== !before ||
        (now && before && movedAt(now) !== movedAt(before)) ||
        pinned !== this.#pinned.has(id)
      )
        moved.push(id);
      if (pinned) this.#pinned.add(id);
      else this.#pinned.delete(id);
    }
    if (moved.length > 0) this.order.setState(this.#ordered(conversations, moved), true);
    this.#count(state, changed);
  }

  #count(state: ChatState, changed: Iterable<string>): void {
    const now = Date.now();
    let [allWaiting, allCalling] = [this.unread.getState(), this.calling.getState()];
    for (const id of changed) {
      const conversation = state.conversations[id];
      const before = this.#counted.get(id) ?? NOTHING;
      const counted = conversation
        ? { waiting: waiting(state, conversation), calling: calling(state, conversation, now) }
        : NOTHING;
      allWaiting += counted.waiting - before.waiting;
      allCalling += counted.calling - before.calling;
      if (conversation) this.#counted.set(id, counted);
      else this.#counted.delete(id);
    }
    if (allWaiting !== this.unread.getState()) this.unread.setState(allWaiting, true);
    if (allCalling !== this.calling.getState()) this.calling.setState(allCalling, true);
    this.#awaitEndOfMute(state, now);
  }

  /** A mute ends without anybody telling. */
  #awaitEndOfMute(state: ChatState, now: number): void {
    clearTimeout(this.#muteEnds);
    const ends = Object.values(state.arrangements)
      .map(({ mutedUntil }) => (mutedUntil ? Date.parse(mutedUntil) : 0))
      .filter((end) => end > now);
    if (ends.length === 0) return;
    const next = Math.min(Math.min(...ends) - now, LONGEST_TIMER_MS);
    this.#muteEnds = setTimeout(() => this.#count(state, Object.keys(state.arrangements)), next);
  }

  #join({ conversation, members }: Conversation): void {
    for (const member of members)
      this.#withPerson.set(member, (this.#withPerson.get(member) ?? new Set()).add(conversation));
  }

  #ordered(conversations: ChatState['conversations'], moved: readonly string[]): readonly string[] {
    const before = (one: Conversation, other: Conversation) =>
      Number(this.#pinned.has(other.conversation)) - Number(this.#pinned.has(one.conversation)) ||
      newestFirst(one, other);
    if (moved.length > MANY) return Object.values(conversations).sort(before).map(idOf);
    const order = this.order.getState().filter((id) => !moved.includes(id));
    for (const conversation of moved.flatMap((id) => conversations[id] ?? [])) {
      let [low, high] = [0, order.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = conversations[order[middle] ?? ''];
        if (other && before(other, conversation) < 0) low = middle + 1;
        else high = middle;
      }
      order.splice(low, 0, conversation.conversation);
    }
    return order;
  }

  #concerned(state: ChatState, before: ChatState, changed: ReadonlySet<string>): ReadonlySet<string> {
    const people = [
      ...changedKeys(state.people, before.people),
      ...changedKeys(state.presence, before.presence),
    ];
    return new Set([
      ...changed,
      ...people.flatMap((user) => [...(this.#withPerson.get(user) ?? [])]),
      ...changedKeys(state.typing, before.typing),
      ...changedKeys(state.drafts, before.drafts),
      ...writtenIn(state, before),
    ]);
  }
}

/** The conversations of which something else is asked for than before, or nothing any more. */
function askedFor({ commands }: ChatState, { commands: before }: ChatState): string[] {
  if (commands === before) return [];
  const [now, then] = [new Set(commands), new Set(before)];
  const different = [
    ...commands.filter((each) => !then.has(each)),
    ...before.filter((each) => !now.has(each)),
  ];
  return different.filter(isToArrange).map(({ data }) => data.conversation);
}

function writtenIn({ outbox }: ChatState, { outbox: before }: ChatState): string[] {
  if (outbox === before) return [];
  const [now, then] = [new Set(outbox), new Set(before)];
  return [...outbox.filter((entry) => !then.has(entry)), ...before.filter((entry) => !now.has(entry))].map(
    idOf,
  );
}

function changedKeys<T>(now: Readonly<Record<string, T>>, before: Readonly<Record<string, T>>): Set<string> {
  const changed = new Set<string>();
  if (now === before) return changed;
  for (const key in now) if (now[key] !== before[key]) changed.add(key);
  for (const key in before) if (!(key in now)) changed.add(key);
  return changed;
}

function idOf({ conversation }: { conversation: string }): string {
  return conversation;
}

function movedAt({ lastMessage, startedAt }: Conversation): number {
  return Date.parse(lastMessage?.at ?? startedAt);
}

/** Two of the same moment are in the order of their ids, so that they never change places. */
function newestFirst(one: Conversation, other: Conversation): number {
  return movedAt(other) - movedAt(one) || (one.conversation < other.conversation ? -1 : 1);
}
