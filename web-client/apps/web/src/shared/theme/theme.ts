import { createStore } from 'zustand/vanilla';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'parley.theme';

export function isTheme(value: unknown): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark';
}

function stored(): Theme {
  const value = localStorage.getItem(KEY);
  return isTheme(value) ? value : 'system';
}

/** What the browser paints its own bars with: the ground of each theme. */
const GROUNDS = { light: '#e3e9e1', dark: '#0c110f' };

function show(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = GROUNDS[theme === 'system' ? own : theme];
  }
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export const themeStore = createStore<{ theme: Theme }>(() => ({ theme: 'system' }));

/** Called before the first paint, so that the page does not flash in the other colours. */
export function restoreTheme(): void {
  chooseTheme(stored());
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  show(theme);
  themeStore.setState({ theme });
}
