import type { DirectConversationFound, DirectConversationWith } from '@parley/protocol/types';
import { Http } from './api/Http';
import type { GatewaySocket } from './gateway/GatewaySocket';
import { Session } from './session/Session';
import { MemoryStorage } from './storage/MemoryStorage';
import type { Storage } from './storage/Storage';
import { ChatEngine } from './sync/ChatEngine';
import { NO_SURROUNDINGS } from './sync/Surroundings';
import { uuidv7 } from './text/uuidv7';

export interface NativeClientOptions {
  /** Where Parley is: `https://chat.example.org`. */
  server: string;
  /** Opens a WebSocket at an address, with subprotocols. */
  openSocket(address: string, protocols: string[]): GatewaySocket;
  /** Keeps the session and what is to be sent. By default it is forgotten with the end of the program. */
  storage?: Storage;
}

/** A client without a window: for bots and other programs that are someone with an account. */
export class NativeClient {
  readonly session: Session;
  readonly #options: Required<NativeClientOptions>;
  #chat: ChatEngine | null = null;

  constructor(options: NativeClientOptions) {
    this.#options = { storage: new MemoryStorage(), ...options };
    this.session = new Session({
      http: new Http(`${options.server}/api`, (url, init) => fetch(url, init)),
      storage: this.#options.storage,
      client: 'native',
      exclusively: (_, action) => action(),
    });
  }

  /** Signs in and connects. Rejects with a `Problem` where the server refuses. */
  async signIn(username: string, password: string, device: string): Promise<ChatEngine> {
    const { session } = this;
    const { user } = await session.begin(await session.signIn({ username, password, device }));
    const { server, openSocket, storage } = this.#options;
    this.#chat?.stop();
    this.#chat = new ChatEngine(user, {
      call: session.call,
      client: 'native',
      open: (protocols) => openSocket(`${server.replace(/^http/, 'ws')}/api/socket`, protocols),
      storage,
      surroundings: NO_SURROUNDINGS,
      tabs: null,
      signedIn: () => session.identity?.user === user,
      sessionEnded: () => session.drop('session-ended'),
    });
    this.#chat.start();
    return this.#chat;
  }

  /** Finds the conversation with someone, or starts it. Answers with its id. */
  async conversationWith(username: string): Promise<string> {
    const body: DirectConversationWith = { username };
    const options = { method: 'POST', key: uuidv7(), body } as const;
    const found: DirectConversationFound = await this.session.call(
      'DirectConversationFound',
      '/conversations/direct',
      options,
    );
    if (!this.#chat?.store.getState().conversations[found.conversation])
      await this.#chat?.conversations.load(found.conversation, found.position);
    return found.conversation;
  }

  /** Ends the connection; the session goes on. */
  close(): void {
    this.#chat?.stop();
    this.#chat = null;
  }
}
