import { useStore } from 'zustand';
import type { Language } from './languages';
import { spoken, spokenStore } from './words';

export function useLanguage(): { language: Language; locale: string } {
  useStore(spokenStore);
  return spoken();
}
