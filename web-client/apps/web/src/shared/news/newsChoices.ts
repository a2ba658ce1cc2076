import { createStore } from 'zustand/vanilla';

/** How this device tells of what arrives while it is elsewhere. */
export interface NewsChoices {
  sound: boolean;
  popUp: boolean;
}

const KEY = 'parley.news';

function stored(): NewsChoices {
  const words = (localStorage.getItem(KEY) ?? 'sound').split(' ');
  return { sound: words.includes('sound'), popUp: words.includes('pop-up') };
}

export const newsChoices = createStore<NewsChoices>(stored);

export function chooseNews(change: Partial<NewsChoices>): void {
  const { sound, popUp } = { ...newsChoices.getState(), ...change };
  localStorage.setItem(KEY, [sound ? 'sound' : '', popUp ? 'pop-up' : ''].filter(Boolean).join(' '));
  newsChoices.setState({ sound, popUp });
}

export function mayPopUp(): boolean {
  return typeof Notification !== 'undefined' && Notification.permission === 'granted';
}
