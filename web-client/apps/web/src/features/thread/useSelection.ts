import { useStore } from 'zustand';
import { selectionStore } from './selection';

/** The numbers of the messages that are selected in a conversation; null while none are being selected there. */
export function useSelection(conversation: string): ReadonlySet<number> | null {
  return useStore(selectionStore, (selection) =>
    selection.conversation === conversation ? selection.numbers : null,
  );
}
