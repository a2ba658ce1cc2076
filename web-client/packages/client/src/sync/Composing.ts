import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message } from '../conversation/ChatState';

/** What is written in a conversation's composer, where it is not simply a new message. */
export type Composed =
  /** Another text of a message; `text` is what it begins with. */
  { do: 'edit'; message: Message; text: string } | { do: 'reply'; message: Message };

/** In which conversations a message is edited or answered. It ends with the page; drafts stay beside it. */
export class Composing {
  readonly store: StoreApi<Readonly<Record<string, Composed>>> = createStore(() => ({}));

  /** @param text to begin with, where it is not the message's own */
  edit(conversation: string, message: Message, text?: string): void {
    const own = message.content.kind === 'text' ? message.content.text : '';
    this.store.setState({ [conversation]: { do: 'edit', message, text: text ?? own } });
  }

  reply(conversation: string, message: Message): void {
    this.store.setState({ [conversation]: { do: 'reply', message } });
  }

  end(conversation: string): void {
    const { [conversation]: _, ...others } = this.store.getState();
    this.store.setState(others, true);
  }
}
