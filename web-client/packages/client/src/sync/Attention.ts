import type { Surroundings } from './Surroundings';

/** What a person is looking at: a conversation, how far of it came into view, in a window that has the focus or not. */
export class Attention {
  #conversation: string | null = null;
  #seen = 0;
  #told: string | null = null;
  /** Up to where conversations were said to be read without looking at them. */
  readonly #marked = new Map<string, number>();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly tellFocus: (conversation: string | null) => void,
    private readonly changed: () => void,
  ) {}

  open(conversation: string | null): void {
    if (this.#conversation === conversation) return;
    this.#conversation = conversation;
    this.#seen = 0;
    this.update();
  }

  /** A message of a conversation came into view. */
  see(conversation: string, number: number): void {
    if (this.#conversation !== conversation || number <= this.#seen) return;
    this.#seen = number;
    this.changed();
  }

  /** This person says that they have read a conversation up to a number. */
  mark(conversation: string, number: number): void {
    this.#marked.set(conversation, number);
    this.changed();
  }

  /** A new connection knows nothing of where this device looks. */
  retell(): void {
    this.#told = null;
    this.update();
  }

  /** The highest number that came into view of a conversation which is looked at, or was said to be read; 0 for neither. */
  seen(conversation: string): number {
    const inView = this.#looking() === conversation ? this.#seen : 0;
    return Math.max(inView, this.#marked.get(conversation) ?? 0);
  }

  update(): void {
    const looking = this.#looking();
    if (looking !== this.#told) {
      this.#told = looking;
      this.tellFocus(looking);
    }
    this.changed();
  }

  #looking(): string | null {
    return this.surroundings.looking ? this.#conversation : null;
  }
}
