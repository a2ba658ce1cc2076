import { is } from '@parley/protocol/is';
import type { ElsewhereFrame, ServerFrame } from '@parley/protocol/types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../api/Http';
import { applyAck } from '../conversation/applyAck';
import { expireTyping, TYPING_MS } from '../conversation/applyTyping';
import { type ChatState, emptyChat, type OutboxEntry } from '../conversation/ChatState';
import { type FrameOf, reduceFrame } from '../conversation/frames';
import type { ConnectionStatus } from '../gateway/ConnectionStatus';
import type { SignalFrame } from '../gateway/frames';
import { Gateway } from '../gateway/Gateway';
import type { GatewaySocket } from '../gateway/GatewaySocket';
import type { ClientKind } from '../session/Identity';
import type { Storage } from '../storage/Storage';
import { Attention } from './Attention';
import { createTicket } from './api/createTicket';
import { fetchEvents } from './api/fetchEvents';
import type { ChatStore } from './ChatStore';
import { Composing } from './Composing';
import { ConversationIndex } from './ConversationIndex';
import { ConversationLoader } from './ConversationLoader';
import { Drafts } from './Drafts';
import { FrameListeners } from './FrameListeners';
import { GapFiller } from './GapFiller';
import { HistoryLoader } from './HistoryLoader';
import { Keeper } from './Keeper';
import { Outbox } from './Outbox';
import { PendingCommands } from './PendingCommands';
import { Retries } from './Retries';
import { SharedConnection } from './SharedConnection';
import type { Surroundings } from './Surroundings';
import type { TabMessage, Tabs } from './Tabs';
import { ThreadLoader } from './ThreadLoader';
import { TypingNotifier } from './TypingNotifier';
import type { Upload } from './Uploading';
import { Watermarks } from './Watermarks';

/** Tabs of a release that tells others something else have a connection of their own: the number grows with `TabMessage`. */
const TABS = 'parley 2';

export interface ChatDependencies {
  /** Calls of the HTTP API in the name of this person. */
  call: Call;
  client: ClientKind;
  /** Opens the gateway's socket. */
  open(protocols: string[]): GatewaySocket;
  storage: Storage;
  surroundings: Surroundings;
  /** Brings files to the server; absent of a client that sends none. */
  upload?: Upload;
  /** How clients that share the storage find each other; null where there is only one. */
  tabs: Tabs | null;
  /** Whether this person is signed in still. What is kept of them is kept only as long. */
  signedIn(): boolean;
  sessionEnded(): void;
  random?: () => number;
}

/** Keeps one signed-in person's conversations in step with the server, for as long as it is started. */
export class ChatEngine {
  readonly store: ChatStore;
  readonly connection: StoreApi<ConnectionStatus>;
  /** The order of the conversations, what is unread, and who is told of changes of one. */
  readonly index = new ConversationIndex();
  /** How often an event came whose name this release does not know, by name. */
  readonly unknownEvents = new Map<string, number>();
  /** Who wants to know of a kind of frame beside the state: a feature that shows what is kept nowhere registers here. */
  readonly frames = new FrameListeners();
  readonly outbox: Outbox;
  readonly commands: PendingCommands;
  readonly drafts: Drafts;
  readonly composing = new Composing();
  readonly attention: Attention;
  readonly typing: TypingNotifier;
  readonly history: HistoryLoader;
  readonly conversations: ConversationLoader;
  readonly threads: ThreadLoader;
  readonly #gateway: Gateway;
  readonly #shared: SharedConnection;
  readonly #keeper: Keeper;
  readonly #gaps: GapFiller;
  readonly #watermarks: Watermarks;
  readonly #retries = new Retries();
  /** Messages written here of which the tab that leads has not told yet. */
  readonly #unheard = new Set<string>();
  #stopListening: (() => void)[] = [];
  #stopped = false;
  /** The highest position that was told. */
  #position: number | undefined;
  /** Whether the list was read since a connection was ready: what is kept may lack what no event tells, such as new names. */
  #listRead = false;

  constructor(
    user: string,
    private readonly dependencies: ChatDependencies,
  ) {
    const { call, client, open, storage, surroundings, tabs, signedIn, sessionEnded, random } = dependencies;
    this.store = createStore<ChatState>(() => emptyChat(user));
    this.connection = createStore<ConnectionStatus>(() => ({ state: 'connecting', attempt: 0 }));
    this.#gateway = new Gateway(
      { ticket: () => createTicket(call, client), open, ...(random ? { random } : {}) },
      {
        frame: (frame) => this.#shared.received(frame),
        status: (status) => this.#shared.changed(status),
        cursor: () => this.store.getState().cursor,
        cursorRefused: () => this.#forget(),
        sessionEnded,
      },
    );
    this.#shared = new SharedConnection(`${TABS} ${user}`, this.#gateway, tabs, {
      frame: (frame) => this.#receive(frame),
      status: (status) => this.#tell(status),
      led: () => this.#led(),
      told: (message) => this.#told(message),
    });
    this.#keeper = new Keeper(
      user,
      storage,
      () => this.store.getState(),
      () => this.#shared.leads && signedIn(),
    );
    this.outbox = new Outbox(
      this.store,
      this.#gateway,
      (change) => {
        if (this.#shared.leads) return;
        if (change.do === 'write') {
          this.#unheard.add(change.entry.message);
          this.#keeper.keep(change.entry);
        } else this.#unheard.delete(change.message);
        this.#shared.post({ ask: 'outbox', change });
      },
      (entry, ack) => this.#shared.post({ tell: 'acknowledged', entry, ack }),
      dependencies.upload,
    );
    this.commands = new PendingCommands(this.store, this.#gateway, this.#retries, call, (change) => {
      if (!this.#shared.leads) this.#shared.post({ ask: 'commands', change });
    });
    this.drafts = new Drafts(this.store, (conversation, draft) => {
      this.#keeper.keepDraft(conversation, this.drafts.get(conversation));
      this.#shared.post({ draft, conversation });
    });
    this.#gaps = new GapFiller(this.store, this.#retries, (id, from, to) => fetchEvents(call, id, from, to));
    this.history = new HistoryLoader(this.store, this.#retries, call, () => this.#position);
    this.conversations = new ConversationLoader(this.store, this.#retries, call, () =>
      this.threads.loadFollowed(),
    );
    this.threads = new ThreadLoader(this.store, this.#retries, call, () => this.#position);
    this.attention = new Attention(
      surroundings,
      (conversation) => this.#shared.send({ type: 'focus', conversation }),
      () => this.#watermarks.update(),
    );
    this.#watermarks = new Watermarks(
      this.store,
      this.#shared,
      (id) => this.attention.seen(id),
      () => this.#shared.leads,
    );
    this.typing = new TypingNotifier((frame) => this.#shared.send(frame));
    this.frames.listen('event', (frame) => this.#afterEvent(frame));
    this.frames.listen('ready', (frame) => this.#afterReady(frame));
    this.frames.listen('typing', () => {
      setTimeout(() => this.#update((state) => expireTyping(state, Date.now())), TYPING_MS + 50);
    });
  }

  /** Shows what is kept, and connects. */
  start(): void {
    const { surroundings } = this.dependencies;
    this.#stopListening = [
      surroundings.listen((what) => {
        if (what === 'looking') this.attention.update();
        else if (what === 'network-lost') this.#shared.doubt();
        else this.#shared.prod();
      }),
      this.store.subscribe((state, before) => this.#changed(state, before)),
    ];
    void this.#begin();
  }

  stop(): void {
    this.#stopped = true;
    for (const stop of this.#stopListening) stop();
    this.#shared.stop();
    this.#keeper.close();
    this.outbox.close();
    this.#watermarks.close();
    this.index.close();
    this.#retries.close();
  }

  async #begin(): Promise<void> {
    const kept = await this.#keeper.restore();
    if (this.#stopped) return;
    this.#update((state) => ({ ...state, ...kept, ...withWritten(state, kept) }));
    this.#keeper.restored();
    // Without anything to show it is not waited for the socket.
    if (kept.list !== 'loaded') this.conversations.loadAll();
    this.#shared.start();
  }

  /** What other tabs wrote is sent by this one from now on. */
  async #led(): Promise<void> {
    const words = await this.#keeper.words();
    this.#unheard.clear();
    this.#update((state) => ({ ...state, ...withWritten(requeued(state), words) }));
  }

  /** What another tab asks for, or tells. */
  #told(message: TabMessage): void {
    if ('draft' in message) this.drafts.apply(message.conversation, message.draft);
    else if ('ask' in message) {
      if (message.ask === 'outbox') this.outbox.apply(message.change);
      if (message.ask === 'commands') this.commands.apply(message.change);
      if (message.ask === 'join') this.#tellWaiting();
    } else if (message.tell === 'acknowledged') {
      this.#unheard.delete(message.entry.message);
      this.#update((state) => applyAck(state, message.entry, message.ack));
    } else if (message.tell === 'waiting') this.#waits(message.outbox, message.commands);
  }

  /** What this person's messages and commands are, as the tab that leads has them; it may not have heard yet of what was written here. */
  #waits(outbox: ChatState['outbox'], commands: ChatState['commands']): void {
    for (const { message } of outbox) this.#unheard.delete(message);
    this.#update((state) => {
      const own = state.outbox.filter(({ message }) => this.#unheard.has(message));
      return { ...state, outbox: [...outbox, ...own], commands };
    });
  }

  #tellWaiting(): void {
    const { outbox, commands } = this.store.getState();
    this.#shared.post({ tell: 'waiting', outbox, commands });
  }

  /** Whether this client has the connection that all of this person's tabs share. */
  get leads(): boolean {
    return this.#shared.leads;
  }

  /** Sends a frame that nobody answers, through the connection all tabs share. Lost without one. */
  signal(frame: SignalFrame): void {
    this.#shared.send(frame);
  }

  retryNow(): void {
    this.#shared.prod();
  }

  #tell(status: ConnectionStatus): void {
    this.connection.setState(status, true);
  }

  #receive(frame: ServerFrame): void {
    if ('position' in frame) this.#position = Math.max(this.#position ?? 0, frame.position);
    this.#update((state) => reduceFrame(state, frame, Date.now()));
    this.frames.tell(frame);
  }

  #afterEvent(event: FrameOf<'event'>): void {
    if (!('conversation' in event)) {
      this.#afterElsewhere(event);
      return;
    }
    if (!is('KnownEventView', event))
      this.unknownEvents.set(event.name, (this.unknownEvents.get(event.name) ?? 0) + 1);
    const { conversations } = this.store.getState();
    if (!conversations[event.conversation])
      this.conversations.loadInBackground(event.conversation, event.position);
  }

  /** Who may write at once follows from it. */
  #afterElsewhere(event: ElsewhereFrame): void {
    if (is('PrivacyChangedElsewhereFrame', event)) this.conversations.loadAll(event.position);
    if (is('FriendshipAcceptedElsewhereFrame', event) || is('FriendshipRemovedElsewhereFrame', event))
      this.#readAnew(event.data.conversation, event.position);
    if (is('PersonBlockedElsewhereFrame', event) || is('PersonUnblockedElsewhereFrame', event)) {
      this.#readAnew(event.data.content?.conversation, event.position);
      this.threads.loadFollowed();
    }
  }

  #readAnew(conversation: string | undefined, position: number): void {
    if (conversation && this.store.getState().conversations[conversation])
      this.conversations.loadInBackground(conversation, position);
  }

  #afterReady({ reset, position }: FrameOf<'ready'>): void {
    if (reset || !this.#listRead) this.conversations.loadAll(position);
    this.#listRead = true;
    this.attention.retell();
    this.outbox.flush();
    this.commands.flush();
  }

  /** Everything but what this person still has to send. */
  #forget(): void {
    this.#update((state) => emptyChat(state.me, state));
  }

  #changed(state: ChatState, before: ChatState): void {
    const changed = this.index.changed(state, before);
    const { leads } = this.#shared;
    this.#keeper.changed(state, before, changed, leads);
    if (leads && (state.outbox !== before.outbox || state.commands !== before.commands)) this.#tellWaiting();
    if (changed.size === 0) return;
    for (const id of changed) {
      this.#gaps.fill(id);
      this.#nameNewcomers(id, state, before);
    }
    this.#watermarks.update();
  }

  /** An event tells who came, and not what they are called. */
  #nameNewcomers(id: string, { conversations, people }: ChatState, before: ChatState): void {
    const members = conversations[id]?.members;
    const known = before.conversations[id]?.members;
    if (!members || !known || members === known || members.every((member) => people[member])) return;
    this.conversations.loadInBackground(id, this.#position);
  }

  #update(change: (state: ChatState) => ChatState): void {
    this.store.setState(change(this.store.getState()), true);
  }
}

/** What is kept, and what was written while it was read. */
function withWritten(
  state: ChatState,
  kept: Pick<ChatState, 'outbox' | 'commands'>,
): Pick<ChatState, 'outbox' | 'commands'> {
  const missing = <T>(all: readonly T[], held: readonly T[], keyOf: (value: T) => string) =>
    all.filter((value) => !held.some((other) => keyOf(other) === keyOf(value)));
  return {
    outbox: [...state.outbox, ...missing(kept.outbox, state.outbox, ({ message }) => message)].sort(
      (a, b) => a.place - b.place,
    ),
    commands: [...missing(kept.commands, state.commands, ({ key }) => key), ...state.commands],
  };
}

/** What another tab was sending when it went is sent again. */
function requeued(state: ChatState): ChatState {
  const requeue = (entry: OutboxEntry): OutboxEntry =>
    entry.step === 'sending' ? { ...entry, step: 'queued' } : entry;
  return { ...state, outbox: state.outbox.map(requeue) };
}
