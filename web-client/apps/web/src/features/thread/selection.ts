import { createStore } from 'zustand/vanilla';

interface Selection {
  /** Where messages are being selected; null where none are. */
  conversation: string | null;
  numbers: ReadonlySet<number>;
}

/** As many as are hidden by one request. */
const MOST = 100;
const NOTHING: Selection = { conversation: null, numbers: new Set() };

export const selectionStore = createStore<Selection>(() => NOTHING);

export function beginSelecting(conversation: string, number: number): void {
  selectionStore.setState({ conversation, numbers: new Set([number]) });
}

export function endSelecting(): void {
  selectionStore.setState(NOTHING);
}

export function toggleSelected(number: number): void {
  const { numbers: before } = selectionStore.getState();
  const numbers = new Set(before);
  if (!numbers.delete(number) && numbers.size < MOST) numbers.add(number);
  selectionStore.setState({ numbers });
}
