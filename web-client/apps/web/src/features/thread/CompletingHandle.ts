import type { KeyboardEvent } from 'react';

/** What a field tells of itself to what completes what is typed in it. */
export interface CompletingHandle {
  /** The caret is elsewhere, or something else stands before it. */
  look(): void;
  close(): void;
  /** Answers whether a key was meant for what is offered. */
  press(event: KeyboardEvent): boolean;
}
