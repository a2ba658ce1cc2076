import type { MessageReference } from '@parley/protocol/types';
import { Problem } from '../api/Problem';
import { applyAck } from '../conversation/applyAck';
import type { OutboxEntry, OutboxFile, ThreadAbout } from '../conversation/ChatState';
import { type Link, textContent } from '../conversation/content';
import { mentionable, mentionsIn } from '../conversation/mentions';
import {
  discardOutbox,
  enqueueOutbox,
  failOutbox,
  requeueOutbox,
  stepOutbox,
} from '../conversation/outboxSteps';
import { backoff } from '../gateway/backoff';
import { FrameRefused } from '../gateway/FrameRefused';
import type { AckFrame } from '../gateway/frames';
import { messageText } from '../text/messageText';
import { uuidv7 } from '../text/uuidv7';
import type { ChatStore } from './ChatStore';
import type { Sender } from './Sender';
import { type Upload, Uploading } from './Uploading';

const ATTEMPTS = 5;
/** As many messages of a conversation are under way before the first of them is acknowledged. */
const AT_ONCE = 16;

/** What a person does with a message of theirs. */
export type OutboxChange =
  | { do: 'write'; entry: OutboxEntry }
  | { do: 'retry'; message: string }
  | { do: 'discard'; message: string };

/** The preview of a page, and the id under which the server keeps it for a while. */
export interface ShownLink {
  id: string;
  preview: Link;
}

/**
 * Sends what a person wrote, in order within a conversation, and keeps it until the server has acknowledged it. An entry keeps its message
 * id through every retry, so that it is recorded once. Messages are sent without waiting for those before them; when one is
 * refused for a moment, what follows it waits until it is sent again.
 */
export class Outbox {
  readonly #attempts = new Map<string, number>();
  /** Conversations in which a message was refused for a moment. */
  readonly #held = new Set<string>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly uploading: Uploading;

  constructor(
    private readonly store: ChatStore,
    private readonly gateway: Sender,
    private readonly told: (change: OutboxChange) => void = () => {},
    private readonly acknowledged: (entry: OutboxEntry, ack: AckFrame) => void = () => {},
    upload: Upload = async () => {
      throw new Problem(0, 'not_found', 'This client sends no files.', false);
    },
  ) {
    this.uploading = new Uploading(store, upload);
  }

  /**
   * @param replyTo the message it answers
   * @param link the preview of a page, which is shown with it
   * @param files are uploaded first: it is sent when all of them are there, and what is written afterwards does not wait for it
   */
  write(
    conversation: string,
    typed: string,
    replyTo?: MessageReference,
    link?: ShownLink | null,
    files: readonly OutboxFile[] = [],
  ): void {
    this.#write(
      conversation,
      typed,
      {
        ...(replyTo ? { replyTo } : {}),
        ...(link ? { link: link.id } : {}),
        ...(files.length > 0 ? { files } : {}),
      },
      link?.preview,
    );
  }

  /** @param also whether it is sent to the conversation too */
  writeInThread(
    conversation: string,
    typed: string,
    thread: ThreadAbout,
    also: boolean,
    replyTo?: MessageReference,
  ): void {
    this.#write(conversation, typed, {
      thread,
      ...(also ? { alsoInConversation: true } : {}),
      ...(replyTo ? { replyTo } : {}),
    });
  }

  /** Sends on what was said elsewhere: it mentions nobody and answers nothing. */
  forward(conversation: string, text: string, files: readonly OutboxFile[] = []): void {
    this.#write(conversation, text, { forwarded: true, ...(files.length > 0 ? { files } : {}) });
  }

  #write(
    conversation: string,
    typed: string,
    more: Pick<OutboxEntry, 'replyTo' | 'forwarded' | 'link' | 'files' | 'thread' | 'alsoInConversation'>,
    page?: Link,
  ): void {
    const text = messageText(typed);
    if (text === '' && !more.files) return;
    const last = this.store.getState().outbox.at(-1)?.place ?? 0;
    const now = Date.now();
    const entry: OutboxEntry = {
      message: uuidv7(),
      conversation,
      content: textContent(
        text,
        more.forwarded ? [] : mentionsIn(text, mentionable(this.store.getState(), conversation)),
        page,
      ),
      ...more,
      at: new Date(now).toISOString(),
      step: 'queued',
      reason: null,
      place: Math.max(now, last + 1),
      failedAfter: null,
    };
    this.#change({ do: 'write', entry });
  }

  retry(message: string): void {
    this.#change({ do: 'retry', message });
  }

  discard(message: string): void {
    this.#change({ do: 'discard', message });
  }

  /** Takes back that an entry was discarded: it is as it was. */
  restore(entry: OutboxEntry): void {
    this.#change({ do: 'write', entry });
  }

  /** Does what this person did, here or in another tab. */
  apply(change: OutboxChange): void {
    const state = this.store.getState();
    switch (change.do) {
      case 'write':
        this.store.setState(enqueueOutbox(state, change.entry), true);
        this.#pump(change.entry.conversation);
        return;
      case 'retry': {
        const entry = state.outbox.find((each) => each.message === change.message);
        if (!entry) return;
        this.#attempts.delete(change.message);
        this.store.setState(requeueOutbox(state, change.message), true);
        this.#pump(entry.conversation);
        return;
      }
      case 'discard':
        this.uploading.stop(change.message);
        this.store.setState(discardOutbox(state, change.message), true);
    }
  }

  /** Sends everything that waits; called when the connection is ready. */
  flush(): void {
    for (const conversation of new Set(this.store.getState().outbox.map((entry) => entry.conversation))) {
      this.#pump(conversation);
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.uploading.close();
  }

  #change(change: OutboxChange): void {
    this.apply(change);
    this.told(change);
  }

  #pump(conversation: string): void {
    if (!this.gateway.ready || this.#held.has(conversation)) return;
    const own = this.store.getState().outbox.filter((entry) => entry.conversation === conversation);
    const room = AT_ONCE - own.filter(({ step }) => step === 'sending').length;
    const queued = own.filter(({ step }) => step === 'queued');
    for (const entry of queued.filter(Uploading.isDone).slice(0, room)) this.#send(entry);
    for (const entry of queued.filter((each) => !Uploading.isDone(each))) void this.#upload(entry);
  }

  async #upload(entry: OutboxEntry): Promise<void> {
    const { conversation, message } = entry;
    try {
      if ((await this.uploading.run(entry)) !== 'done') return;
      this.#attempts.delete(message);
      this.#pump(conversation);
    } catch (failure) {
      const { code, retryable, retryAfterMs } = failure instanceof Problem ? failure : Problem.unreachable();
      const attempts = (this.#attempts.get(message) ?? 0) + 1;
      if (!retryable || attempts >= ATTEMPTS) {
        this.store.setState(failOutbox(this.store.getState(), message, code), true);
        return;
      }
      this.#attempts.set(message, attempts);
      this.#later(retryAfterMs ?? backoff(attempts - 1), () => this.#pump(conversation));
    }
  }

  #send(entry: OutboxEntry): void {
    const { conversation, message, content, replyTo, thread, alsoInConversation, forwarded, link, files } =
      entry;
    const attachments = files ? { attachments: files.map(described) } : {};
    const mentions = content.mentions ? { mentions: [...content.mentions] } : {};
    this.store.setState(stepOutbox(this.store.getState(), message, 'sending'), true);
    const more = {
      ...(replyTo ? { replyTo: replyTo.sequence } : {}),
      ...(thread ? { thread: thread.root.sequence } : {}),
      ...(alsoInConversation ? { alsoInConversation } : {}),
      ...(forwarded ? { forwarded } : {}),
      ...(link ? { link } : {}),
    };
    this.gateway
      .request({
        type: 'send',
        conversation,
        message,
        text: content.text,
        ...mentions,
        ...attachments,
        ...more,
      })
      .then((ack) => this.#acknowledge(entry, ack))
      .catch((refused) => this.#refused(entry, refused));
  }

  #acknowledge(entry: OutboxEntry, ack: AckFrame): void {
    this.#attempts.delete(entry.message);
    this.acknowledged(entry, ack);
    this.store.setState(applyAck(this.store.getState(), entry, ack), true);
    this.#pump(entry.conversation);
  }

  #refused(entry: OutboxEntry, refused: unknown): void {
    if (!(refused instanceof FrameRefused)) throw refused;
    const { conversation, message } = entry;
    const attempts = (this.#attempts.get(message) ?? 0) + 1;
    const interrupted = refused.code === 'disconnected';
    const state = this.store.getState();
    if (!refused.retryable || (attempts >= ATTEMPTS && !interrupted)) {
      this.store.setState(failOutbox(state, message, refused.code), true);
      this.#pump(conversation);
      return;
    }
    this.store.setState(stepOutbox(state, message, 'queued'), true);
    if (interrupted) {
      this.#pump(conversation);
      return;
    }
    this.#attempts.set(message, attempts);
    this.#hold(conversation, refused.retryAfterMs ?? backoff(attempts - 1));
  }

  #hold(conversation: string, wait: number): void {
    if (this.#held.has(conversation)) return;
    this.#held.add(conversation);
    this.#later(wait, () => {
      this.#held.delete(conversation);
      this.#pump(conversation);
    });
  }

  #later(wait: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      then();
    }, wait);
    this.#timers.add(timer);
  }
}

/** What only this device knows of a file. */
function described({ upload, name, width, height, durationMs, thumbhash, waveform }: OutboxFile) {
  return {
    upload,
    name,
    ...(width && height ? { width, height } : {}),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(thumbhash ? { thumbhash } : {}),
    ...(waveform ? { waveform: [...waveform] } : {}),
  };
}
