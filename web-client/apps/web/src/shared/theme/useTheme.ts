import { useStore } from 'zustand';
import { type Theme, themeStore } from './theme';

export function useTheme(): Theme {
  return useStore(themeStore, (state) => state.theme);
}
