import type { EventFrame, ReadyFrame, ServerFrame } from '@parley/protocol/types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyErased } from '../conversation/applyErased';
import { applyEvent } from '../conversation/applyEvent';
import { applyPresence } from '../conversation/applyPresence';
import { applyReceipt } from '../conversation/applyReceipt';
import { applyTyping, expireTyping, TYPING_MS } from '../conversation/applyTyping';
import { type ChatState, emptyChat } from '../conversation/ChatState';
import type { ConnectionStatus } from '../gateway/ConnectionStatus';
import { Gateway, type GatewayDependencies } from '../gateway/Gateway';
import { authorized } from '../session/authorized';
import { Attention } from './Attention';
import { fetchEvents } from './api/fetchEvents';
import type { ChatStore } from './ChatStore';
import { ConversationLoader } from './ConversationLoader';
import { GapFiller } from './GapFiller';
import { HistoryLoader } from './HistoryLoader';
import { Outbox } from './Outbox';
import { PendingCommands } from './PendingCommands';
import { Retries } from './Retries';
import { TypingNotifier } from './TypingNotifier';
import { loadCommands, loadOutbox, saveCommands, saveOutbox } from './tabStorage';
import { Watermarks } from './Watermarks';

/** Keeps one signed-in person's conversations in step with the server, for as long as it is started. */
export class ChatEngine {
  readonly store: ChatStore;
  readonly connection: StoreApi<ConnectionStatus>;
  readonly outbox: Outbox;
  readonly commands: PendingCommands;
  readonly attention: Attention;
  readonly typing: TypingNotifier;
  readonly history: HistoryLoader;
  readonly conversations: ConversationLoader;
  /** What was typed in a conversation and not sent; kept while the session lives. */
  readonly drafts = new Map<string, string>();
  readonly #gateway: Gateway;
  readonly #gaps: GapFiller;
  readonly #watermarks: Watermarks;
  readonly #retries = new Retries();
  #stopListening: (() => void)[] = [];

  constructor(user: string, dependencies: GatewayDependencies, sessionEnded: () => void) {
    this.store = createStore<ChatState>(() => emptyChat(user, loadOutbox(user), loadCommands(user)));
    this.connection = createStore<ConnectionStatus>(() => ({ state: 'connecting', attempt: 0 }));
    this.#gateway = new Gateway(dependencies, {
      frame: (frame) => this.#receive(frame),
      status: (status) => this.#tell(status),
      cursor: () => this.store.getState().cursor,
      cursorRefused: () => this.#forget(),
      sessionEnded,
    });
    this.outbox = new Outbox(this.store, this.#gateway);
    this.commands = new PendingCommands(this.store, this.#gateway, this.#retries, authorized);
    this.#gaps = new GapFiller(this.store, this.#retries, fetchEvents);
    this.history = new HistoryLoader(this.store, this.#retries);
    this.conversations = new ConversationLoader(this.store, this.#retries);
    this.attention = new Attention(
      (conversation) => this.#gateway.send({ type: 'focus', conversation }),
      () => this.#watermarks.update(),
    );
    this.#watermarks = new Watermarks(this.store, this.#gateway, (id) => this.attention.isReading(id));
    this.typing = new TypingNotifier((frame) => this.#gateway.send(frame));
  }

  start(): void {
    const prod = () => this.#gateway.prod();
    const shown = () => document.visibilityState === 'visible' && prod();
    window.addEventListener('online', prod);
    window.addEventListener('offline', prod);
    document.addEventListener('visibilitychange', shown);
    this.#stopListening = [
      () => window.removeEventListener('online', prod),
      () => window.removeEventListener('offline', prod),
      () => document.removeEventListener('visibilitychange', shown),
      this.attention.start(),
      this.store.subscribe((state, before) => this.#changed(state, before)),
    ];
    this.#gateway.start();
  }

  stop(): void {
    for (const stop of this.#stopListening) stop();
    this.#gateway.stop();
    this.outbox.close();
    this.#watermarks.close();
    this.#retries.close();
  }

  retryNow(): void {
    this.#gateway.prod();
  }

  #tell(status: ConnectionStatus): void {
    this.connection.setState(status, true);
    // Without a socket what there is can still be read; once ready it is read again, and what is missing asked for.
    if (status.state === 'waiting' && this.store.getState().list === 'loading') this.conversations.loadAll();
  }

  #receive(frame: ServerFrame): void {
    switch (frame.type) {
      case 'event':
        if ('conversation' in frame) this.#receiveEvent(frame);
        else this.#update((state) => keepCursor(state, frame.cursor));
        break;
      case 'receipt':
        this.#update((state) => keepCursor(applyReceipt(state, frame), frame.cursor));
        break;
      case 'erased':
        this.#update((state) => keepCursor(applyErased(state, frame.account), frame.cursor));
        break;
      case 'presence':
        this.#update((state) => applyPresence(state, frame));
        break;
      case 'typing':
        this.#update((state) => applyTyping(state, frame, Date.now()));
        setTimeout(() => this.#update((state) => expireTyping(state, Date.now())), TYPING_MS + 50);
        break;
      case 'pong':
        this.#update((state) => keepCursor(state, frame.cursor));
        break;
      case 'ready':
        this.#ready(frame);
        break;
    }
  }

  #receiveEvent(event: EventFrame): void {
    this.#update((state) => keepCursor(applyEvent(state, event), event.cursor));
    const { conversations } = this.store.getState();
    if (!conversations[event.conversation])
      this.conversations.loadInBackground(event.conversation, event.position);
  }

  #ready(frame: ReadyFrame): void {
    const first = this.store.getState().cursor === undefined;
    if (frame.reset) this.#forget();
    this.#update((state) => keepCursor(state, frame.cursor));
    if (first || frame.reset) this.conversations.loadAll(frame.position);
    this.attention.retell();
    this.outbox.flush();
    this.commands.flush();
  }

  /** Everything but what this person still has to send. */
  #forget(): void {
    this.#update((state) => emptyChat(state.me, state.outbox, state.commands));
  }

  #changed(state: ChatState, before: ChatState): void {
    if (state.outbox !== before.outbox) saveOutbox(state.me, state.outbox);
    if (state.commands !== before.commands) saveCommands(state.me, state.commands);
    if (state.conversations === before.conversations) return;
    for (const [id, conversation] of Object.entries(state.conversations)) {
      if (conversation !== before.conversations[id]) this.#gaps.fill(id);
    }
    this.#watermarks.update();
  }

  #update(change: (state: ChatState) => ChatState): void {
    this.store.setState(change(this.store.getState()), true);
  }
}

function keepCursor(state: ChatState, cursor: string | undefined): ChatState {
  return cursor === undefined || cursor === state.cursor ? state : { ...state, cursor };
}
