import type { Catalogue } from 'virtual:words';
import {
  type LocalizedString,
  LocalizedStringDictionary,
  LocalizedStringFormatter,
} from '@internationalized/string';
import { createStore } from 'zustand/vanilla';
import { directionOf, isLanguage, type Language, languageOf, localeOf } from './languages';

/** The words for a meaning in the language chosen, with what belongs in them. */
export type Words = <Key extends keyof Catalogue>(
  key: Key,
  ...values: Catalogue[Key] extends undefined ? [] : [Catalogue[Key]]
) => string;

interface Spoken {
  language: Language;
  /** What dates and numbers are written by. */
  locale: string;
  words: Words;
  strings: Record<string, LocalizedString>;
}

const KEY = 'parley.language';

const catalogues: Record<Language, () => Promise<{ strings: Record<string, LocalizedString> }>> = {
  en: () => import('virtual:words/en'),
  de: () => import('virtual:words/de'),
  ar: () => import('virtual:words/ar'),
};

const laterCatalogues: typeof catalogues = {
  en: () => import('virtual:words/en/later'),
  de: () => import('virtual:words/de/later'),
  ar: () => import('virtual:words/ar/later'),
};

let speaksOfAll = false;

export const spokenStore = createStore<Spoken | null>(() => null);

/** Speaks the language chosen here before, or else the browser's. To be awaited before anything is shown. */
export function restoreLanguage(): Promise<void> {
  const chosen = localStorage.getItem(KEY);
  return speak(isLanguage(chosen) ? chosen : languageOf(navigator.languages));
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await speak(language);
}

/** Fetches the words of what the page does not begin with. To be awaited before any of that is shown. */
export async function speakOfAll(): Promise<void> {
  speaksOfAll = true;
  const { language, strings } = spoken();
  Object.assign(strings, (await laterCatalogues[language]()).strings);
}

/** What is spoken. Where something is shown, `useWords` follows a change of language. */
export function spoken(): Spoken {
  const state = spokenStore.getState();
  if (!state) throw new Error('No language was chosen yet.');
  return state;
}

/** The words for a key that is made at run time and takes no values; null if there are none. */
export function plainWords(key: string): string | null {
  const found = spoken().strings[key];
  return typeof found === 'string' ? found : null;
}

/** Names one after another, as a sentence lists them. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(spoken().locale, { type: 'conjunction' }).format(names);
}

async function speak(language: Language): Promise<void> {
  const { strings } = await catalogues[language]();
  if (speaksOfAll) Object.assign(strings, (await laterCatalogues[language]()).strings);
  const dictionary = new LocalizedStringDictionary({ [language]: strings }, language);
  const locale = localeOf(language, navigator.languages);
  const formatter = new LocalizedStringFormatter(locale, dictionary);
  const direction = directionOf(language);
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  spokenStore.setState(
    {
      language,
      locale,
      words: (key, ...[values]) => formatter.format(key, isolated(values, direction)),
      strings,
    },
    true,
  );
}

type Values = Record<string, string | number | boolean>;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A name written in the other direction must not turn the sentence around it. */
function isolated(values: Values | undefined, direction: 'ltr' | 'rtl'): Values | undefined {
  return (
    values &&
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const turns = typeof value === 'string' && (direction === 'rtl' || RIGHT_TO_LEFT.test(value));
        return [name, turns ? `\u2068${value}\u2069` : value];
      }),
    )
  );
}
