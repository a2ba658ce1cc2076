import { createStore } from 'zustand/vanilla';
import type { ChatState, Conversation } from '../conversation/ChatState';
import { unread } from '../conversation/unread';

/** From so many changed conversations on it is quicker to sort all of them. */
const MANY = 16;

/**
 * What is derived from all conversations, kept in step with those that change: their order, what is unread in all of them, who is told when
 * something about one changes.
 */
export class ConversationIndex {
  /** The ids, newest first: by the last message or else the beginning. */
  readonly order = createStore<readonly string[]>(() => []);
  /** How many messages are unread in all conversations. */
  readonly unread = createStore<number>(() => 0);
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
    if (changed.size > 0) this.#follow(state, before, changed);
    for (const id of this.#concerned(state, before, changed))
      for (const listener of this.#listeners.get(id) ?? []) listener();
    return changed;
  }

  #follow({ conversations, me }: ChatState, { conversations: old }: ChatState, changed: Set<string>): void {
    let total = this.unread.getState();
    const moved: string[] = [];
    for (const id of changed) {
      const [now, before] = [conversations[id], old[id]];
      total += (now ? unread(now, me) : 0) - (before ? unread(before, me) : 0);
      if (now && now.members !== before?.members) this.#join(now);
      if (!now || !before || movedAt(now) !== movedAt(before)) moved.push(id);
    }
    if (moved.length > 0) this.order.setState(this.#ordered(conversations, moved), true);
    if (total !== this.unread.getState()) this.unread.setState(total, true);
  }

  #join({ conversation, members }: Conversation): void {
    for (const member of members)
      this.#withPerson.set(member, (this.#withPerson.get(member) ?? new Set()).add(conversation));
  }

  #ordered(conversations: ChatState['conversations'], moved: readonly string[]): readonly string[] {
    if (moved.length > MANY) return Object.values(conversations).sort(newestFirst).map(idOf);
    const order = this.order.getState().filter((id) => !moved.includes(id));
    for (const conversation of moved.flatMap((id) => conversations[id] ?? [])) {
      let [low, high] = [0, order.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = conversations[order[middle] ?? ''];
        if (other && newestFirst(other, conversation) < 0) low = middle + 1;
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
