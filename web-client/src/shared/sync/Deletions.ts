import type { Deletion, Message } from '@/shared/conversation/ChatState';
import {
  applyDeletionAck,
  askDeletion,
  dropDeletion,
  refuseDeletion,
} from '@/shared/conversation/deletionSteps';
import { FrameRefused } from '@/shared/gateway/FrameRefused';
import type { ChatStore } from './ChatStore';
import type { Retries } from './Retries';
import type { Sender } from './Sender';

/** Deletes messages for everyone. Without a connection a deletion waits for the next one, as a message does. */
export class Deletions {
  constructor(
    private readonly store: ChatStore,
    private readonly gateway: Sender,
    private readonly retries: Retries,
  ) {}

  ask(conversation: string, { message, number, sequence }: Message): void {
    const at = new Date().toISOString();
    this.#begin({ conversation, message, number, sequence, at, reason: null });
  }

  retry(deletion: Deletion): void {
    this.#begin({ ...deletion, reason: null });
  }

  /** The message stays. */
  discard({ message }: Deletion): void {
    this.store.setState(dropDeletion(this.store.getState(), message), true);
  }

  /** Sends every deletion that waits; called when the connection is ready. */
  flush(): void {
    for (const deletion of this.store.getState().deletions)
      if (deletion.reason === null) this.#send(deletion);
  }

  #begin(deletion: Deletion): void {
    this.store.setState(askDeletion(this.store.getState(), deletion), true);
    this.#send(deletion);
  }

  #send(deletion: Deletion): void {
    const { conversation, message, sequence } = deletion;
    this.retries.run(`delete ${message}`, async () => {
      if (!this.gateway.ready) return;
      try {
        const ack = await this.gateway.request({ type: 'delete', conversation, message, sequence });
        this.store.setState(applyDeletionAck(this.store.getState(), deletion, ack), true);
      } catch (refused) {
        if (!(refused instanceof FrameRefused)) throw refused;
        if (refused.code === 'disconnected') return;
        if (refused.retryable) throw refused;
        this.store.setState(refuseDeletion(this.store.getState(), message, refused.message), true);
      }
    });
  }
}
