/** What a client is told by the place it runs in. */
export interface Surroundings {
  /** Whether a person can see the client and has it before them. A bot is never looking. */
  readonly looking: boolean;
  /** Tells when that changes, and when the network came, went or the program was woken up. Answers with a way to hear no more. */
  listen(changed: (what: 'looking' | 'woken' | 'network-lost') => void): () => void;
}

/** Those of a program without a window. */
export const NO_SURROUNDINGS: Surroundings = { looking: false, listen: () => () => {} };
