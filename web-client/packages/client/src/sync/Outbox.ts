import { applyAck } from '../conversation/applyAck';
import type { OutboxEntry } from '../conversation/ChatState';
import { discardOutbox, enqueueOutbox, failOutbox, stepOutbox } from '../conversation/outboxSteps';
import { backoff } from '../gateway/backoff';
import { FrameRefused } from '../gateway/FrameRefused';
import type { AckFrame } from '../gateway/frames';
import { messageText } from '../text/messageText';
import { uuidv7 } from '../text/uuidv7';
import type { ChatStore } from './ChatStore';
import type { Sender } from './Sender';

const ATTEMPTS = 5;

/**
 * Sends what a person wrote, in order within a conversation and one at a time, and keeps it until the server has
 * acknowledged it. An entry keeps its message id through every retry, so that it is recorded once.
 */
export class Outbox {
  readonly #busy = new Set<string>();
  readonly #attempts = new Map<string, number>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    private readonly store: ChatStore,
    private readonly gateway: Sender,
  ) {}

  write(conversation: string, typed: string): void {
    const text = messageText(typed);
    if (text === '') return;
    const at = new Date().toISOString();
    const entry: OutboxEntry = {
      message: uuidv7(),
      conversation,
      content: { kind: 'text', text },
      at,
      step: 'queued',
      reason: null,
      failedAfter: null,
    };
    this.store.setState(enqueueOutbox(this.store.getState(), entry), true);
    this.#pump(conversation);
  }

  retry(message: string): void {
    const entry = this.store.getState().outbox.find((each) => each.message === message);
    if (!entry) return;
    this.#attempts.delete(message);
    this.store.setState(stepOutbox(this.store.getState(), message, 'queued'), true);
    this.#pump(entry.conversation);
  }

  discard(message: string): void {
    this.store.setState(discardOutbox(this.store.getState(), message), true);
  }

  /** Sends everything that waits; called when the connection is ready. */
  flush(): void {
    for (const conversation of new Set(this.store.getState().outbox.map((entry) => entry.conversation))) {
      this.#pump(conversation);
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #pump(conversation: string): void {
    if (!this.gateway.ready || this.#busy.has(conversation)) return;
    const { outbox } = this.store.getState();
    const entry = outbox.find((each) => each.conversation === conversation && each.step === 'queued');
    if (!entry) return;
    this.#busy.add(conversation);
    this.store.setState(stepOutbox(this.store.getState(), entry.message, 'sending'), true);
    this.gateway
      .request({ type: 'send', conversation, message: entry.message, text: entry.content.text })
      .then((ack) => this.#acknowledged(entry, ack))
      .catch((refused) => this.#refused(entry, refused));
  }

  #acknowledged(entry: OutboxEntry, ack: AckFrame): void {
    this.#attempts.delete(entry.message);
    this.store.setState(applyAck(this.store.getState(), entry, ack), true);
    this.#next(entry.conversation);
  }

  #refused(entry: OutboxEntry, refused: unknown): void {
    if (!(refused instanceof FrameRefused)) throw refused;
    const attempts = (this.#attempts.get(entry.message) ?? 0) + 1;
    const interrupted = refused.code === 'disconnected';
    if (!refused.retryable || (attempts >= ATTEMPTS && !interrupted)) {
      this.store.setState(failOutbox(this.store.getState(), entry.message, refused.code), true);
      this.#next(entry.conversation);
      return;
    }
    this.store.setState(stepOutbox(this.store.getState(), entry.message, 'queued'), true);
    if (interrupted) {
      this.#next(entry.conversation);
      return;
    }
    this.#attempts.set(entry.message, attempts);
    const wait = refused.retryAfterMs ?? backoff(attempts - 1);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#next(entry.conversation);
    }, wait);
    this.#timers.add(timer);
  }

  #next(conversation: string): void {
    this.#busy.delete(conversation);
    this.#pump(conversation);
  }
}
