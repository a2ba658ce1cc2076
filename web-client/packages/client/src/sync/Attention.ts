import type { Surroundings } from './Surroundings';

/** What a person is looking at: a conversation, whether its end is in sight, in a window that has the focus or not. */
export class Attention {
  #conversation: string | null = null;
  #atEnd = false;
  #told: string | null = null;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly tellFocus: (conversation: string | null) => void,
    private readonly changed: () => void,
  ) {}

  open(conversation: string | null): void {
    if (this.#conversation === conversation) return;
    this.#conversation = conversation;
    this.#atEnd = false;
    this.update();
  }

  /** Whether the newest messages of a conversation are in sight. */
  reachEnd(conversation: string, atEnd: boolean): void {
    if (this.#conversation !== conversation || this.#atEnd === atEnd) return;
    this.#atEnd = atEnd;
    this.changed();
  }

  /** A new connection knows nothing of where this device looks. */
  retell(): void {
    this.#told = null;
    this.update();
  }

  isReading(conversation: string): boolean {
    return this.#atEnd && this.#looking() === conversation;
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
