import { is } from '@parley/protocol/is';
import type { ArrangementView } from '@parley/protocol/types';
import type { ChatState, Conversation, OutboxEntry, Person } from '../conversation/ChatState';
import { commandKinds } from '../conversation/commandKinds';
import type { PendingCommand } from '../conversation/PendingCommand';
import { newestRange } from '../conversation/timeline';
import type { Storage } from '../storage/Storage';

/** What is kept of others' words has this form; what was kept in another is not read. */
const VERSION = 2;
/** Changes of this long are kept together. */
const GATHER_MS = 400;
/** Of so many conversations the newest messages are kept, so many each. */
const CONVERSATIONS = 50;
const MESSAGES = 100;

const commandNames: readonly string[] = Object.keys(commandKinds);

type Kept = Pick<ChatState, 'outbox' | 'commands' | 'drafts'> & Partial<ChatState>;

/**
 * Keeps on this device what a person has to send and has typed, the newest of what they can read, and the cursor that belongs to it. Their
 * own words are kept at once. What others wrote follows in one piece, so that it and its cursor are always of the same moment.
 */
export class Keeper {
  readonly #own: string;
  readonly #read: string;
  readonly #due = new Map<string, unknown>();
  readonly #conversations = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    user: string,
    private readonly storage: Storage,
    private readonly state: () => ChatState,
    /** Whether what is kept is this person's still, and this client's to keep. */
    private readonly keepsRead: () => boolean,
  ) {
    this.#own = `${user}/own/`;
    this.#read = `${user}/read/`;
  }

  /** What was kept, in the form of a state. */
  async restore(): Promise<Kept> {
    const [own, read] = await Promise.all([this.storage.read(this.#own), this.storage.read(this.#read)]);
    const words = this.#words(own);
    const place = read.get(`${this.#read}place`);
    if (!isPlace(place)) return words;
    const conversations = valuesUnder(read, `${this.#read}conversation/`).filter(isConversation);
    const people = valuesUnder(read, `${this.#read}person/`).filter(isPerson);
    const arranged = `${this.#read}arrangement/`;
    const arrangements = [...read].flatMap(([key, value]): [string, ArrangementView][] =>
      key.startsWith(arranged) && is('ArrangementView', value) ? [[key.slice(arranged.length), value]] : [],
    );
    return {
      ...words,
      cursor: place.cursor,
      list: 'loaded',
      conversations: Object.fromEntries(conversations.map((each) => [each.conversation, each])),
      people: Object.fromEntries(people.map((each) => [each.user, each])),
      arrangements: Object.fromEntries(arrangements),
    };
  }

  async words(): Promise<Pick<ChatState, 'outbox' | 'commands'>> {
    return this.#words(await this.storage.read(this.#own));
  }

  /** To be called after every change. Only the client that leads writes: the others know what to write should they come to lead. */
  changed(state: ChatState, before: ChatState, conversations: ReadonlySet<string>, leads: boolean): void {
    if (leads) this.#keepWords(state, before);
    for (const id of conversations) this.#conversations.add(id);
    if (state.people !== before.people)
      for (const [id, person] of Object.entries(state.people))
        if (person !== before.people[id]) this.#due.set(`${this.#read}person/${id}`, person);
    if (state.arrangements !== before.arrangements)
      for (const [id, arranged] of Object.entries(state.arrangements))
        if (arranged !== before.arrangements[id]) this.#due.set(`${this.#read}arrangement/${id}`, arranged);
    if (before.list === 'loaded' && state.list === 'loading') void this.storage.clear(this.#read);
    const due = this.#due.size > 0 || this.#conversations.size > 0 || state.cursor !== before.cursor;
    if (leads && due) this.#schedule();
  }

  /** What was restored is kept already. */
  restored(): void {
    this.#due.clear();
    this.#conversations.clear();
  }

  #keepWords(state: ChatState, before: ChatState): void {
    if (state.outbox !== before.outbox)
      this.#keepOwn('outbox/', byKey(state.outbox, entryKey), byKey(before.outbox, entryKey), sameEntry);
    if (state.commands !== before.commands)
      this.#keepOwn(
        'command/',
        byKey(state.commands, commandKey),
        byKey(before.commands, commandKey),
        Object.is,
      );
  }

  /** Keeps one entry at once, in a client that follows. */
  keep(entry: OutboxEntry): void {
    void this.storage.write(new Map([[`${this.#own}outbox/${entry.message}`, entry]]));
  }

  keepDraft(conversation: string, text: string | undefined): void {
    void this.storage.write(new Map([[`${this.#own}draft/${conversation}`, text]]));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#due.clear();
    this.#conversations.clear();
  }

  #keepOwn<T>(
    kind: string,
    now: ReadonlyMap<string, T>,
    before: ReadonlyMap<string, T>,
    same: (one: T, other: T) => boolean,
  ): void {
    const changes = new Map<string, unknown>();
    for (const key of before.keys()) if (!now.has(key)) changes.set(`${this.#own}${kind}${key}`, undefined);
    for (const [key, value] of now) {
      const old = before.get(key);
      if (old === undefined || !same(old, value)) changes.set(`${this.#own}${kind}${key}`, value);
    }
    if (changes.size > 0) void this.storage.write(changes);
  }

  #schedule(): void {
    this.#timer ??= setTimeout(async () => {
      await this.#flush();
      this.#timer = undefined;
      if (this.#due.size > 0 || this.#conversations.size > 0) this.#schedule();
    }, GATHER_MS);
  }

  async #flush(): Promise<void> {
    const state = this.state();
    if (!this.keepsRead() || state.list !== 'loaded') return;
    const changes = new Map(this.#due);
    const newest = newestConversations(state);
    for (const id of this.#conversations) {
      const conversation = state.conversations[id];
      const kept = conversation && keptForm(conversation, newest.has(id) ? MESSAGES : 0);
      changes.set(`${this.#read}conversation/${id}`, kept);
    }
    changes.set(`${this.#read}place`, { version: VERSION, cursor: state.cursor });
    this.#due.clear();
    this.#conversations.clear();
    // A device that is full keeps nothing more; what is shown is not touched by that.
    await this.storage.write(changes).catch(() => {});
  }

  #words(own: ReadonlyMap<string, unknown>): Pick<ChatState, 'outbox' | 'commands' | 'drafts'> {
    const prefix = `${this.#own}draft/`;
    const drafts = [...own].filter(([key]) => key.startsWith(prefix));
    return {
      outbox: valuesUnder(own, `${this.#own}outbox/`)
        .filter(isOutboxEntry)
        .filter(({ step }) => step !== 'acknowledged')
        .map((entry): OutboxEntry => (entry.step === 'failed' ? entry : { ...entry, step: 'queued' }))
        .sort((a, b) => a.place - b.place),
      commands: valuesUnder(own, `${this.#own}command/`)
        .filter(isPendingCommand)
        .filter(({ reason }) => reason === null),
      drafts: Object.fromEntries(drafts.map(([key, text]) => [key.slice(prefix.length), String(text)])),
    };
  }
}

const entryKey = ({ message }: OutboxEntry) => message;
const commandKey = ({ key }: PendingCommand) => key;

/** Whether it waits or is under way makes no difference to what is kept. */
function sameEntry(one: OutboxEntry, other: OutboxEntry): boolean {
  return (one.step === 'failed') === (other.step === 'failed') && one.files === other.files;
}

function byKey<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T> {
  return new Map(values.map((value) => [keyOf(value), value]));
}

function newestConversations({ conversations }: ChatState): Set<string> {
  const movedAt = ({ lastMessage, startedAt }: Conversation) => Date.parse(lastMessage?.at ?? startedAt);
  const sorted = Object.values(conversations).sort((a, b) => movedAt(b) - movedAt(a));
  return new Set(sorted.slice(0, CONVERSATIONS).map(({ conversation }) => conversation));
}

/** A conversation with its newest messages and what is said about them. */
function keptForm(conversation: Conversation, most: number): Conversation {
  const { timeline, lastNumber, about, notices, sequence, threads } = conversation;
  const newest = most > 0 ? newestRange(timeline, lastNumber) : undefined;
  const messages = newest?.messages.slice(-most) ?? [];
  const from = newest && messages.length < newest.messages.length ? messages[0]?.number : newest?.from;
  return {
    ...conversation,
    ...(threads ? { threads: withoutHeld(threads) } : {}),
    held: {},
    knownSequence: sequence,
    timeline: newest && from !== undefined ? [{ ...newest, from, messages }] : [],
    notices: notices.filter(({ after }) => after >= (from ?? Infinity) - 1),
    about: Object.fromEntries(
      Object.entries(about).filter(([number]) => Number(number) >= (from ?? Infinity)),
    ),
  };
}

/** Of threads it is kept what waits there, and none of what was said. */
function withoutHeld(threads: NonNullable<Conversation['threads']>): NonNullable<Conversation['threads']> {
  return Object.fromEntries(Object.entries(threads).map(([root, { from: _, ...thread }]) => [root, thread]));
}

function valuesUnder(values: ReadonlyMap<string, unknown>, prefix: string): unknown[] {
  return [...values].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
}

function isPlace(kept: unknown): kept is { cursor: string | undefined } {
  return holds(kept, { version: 'number' }) && kept.version === VERSION;
}

function isConversation(kept: unknown): kept is Conversation {
  return holds(kept, {
    conversation: 'string',
    kind: 'string',
    roles: 'object',
    timeline: 'object',
    watermarks: 'object',
  });
}

function isPerson(kept: unknown): kept is Person {
  return holds(kept, { user: 'string', username: 'string', displayName: 'string' });
}

function isOutboxEntry(kept: unknown): kept is OutboxEntry {
  const fields = {
    message: 'string',
    conversation: 'string',
    content: 'object',
    at: 'string',
    step: 'string',
  };
  return holds(kept, { ...fields, place: 'number' });
}

function isPendingCommand(kept: unknown): kept is PendingCommand {
  return (
    holds(kept, { key: 'string', kind: 'string', subject: 'string', data: 'object', at: 'string' }) &&
    commandNames.some((name) => name === kept.kind)
  );
}

/** Another release of the client may have kept it. */
function holds(kept: unknown, kinds: Record<string, string>): kept is Record<string, unknown> {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields = new Map<string, unknown>(Object.entries(kept));
  return Object.entries(kinds).every(([field, kind]) => typeof fields.get(field) === kind);
}
