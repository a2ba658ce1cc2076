import type { ChatStore } from './ChatStore';

/** What was typed in a conversation and not sent. It is part of the state, and kept with it. */
export class Drafts {
  constructor(
    private readonly store: ChatStore,
    private readonly told: (conversation: string, text: string) => void = () => {},
  ) {}

  get(conversation: string): string | undefined {
    return this.store.getState().drafts[conversation];
  }

  set(conversation: string, text: string): void {
    this.apply(conversation, text);
    this.told(conversation, text);
  }

  /** Takes what was typed here or in another tab. */
  apply(conversation: string, text: string): void {
    const { [conversation]: _, ...others } = this.store.getState().drafts;
    this.store.setState({ drafts: text.trim() === '' ? others : { ...others, [conversation]: text } });
  }
}
