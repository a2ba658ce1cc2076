import { useStore } from 'zustand';
import { spoken, spokenStore, type Words } from './words';

/** The words of the language chosen; what shows them is shown anew when another is. */
export function useWords(): Words {
  useStore(spokenStore);
  return spoken().words;
}
