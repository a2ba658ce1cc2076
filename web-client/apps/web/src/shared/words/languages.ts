/** The languages Parley speaks, each with what it calls itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES: readonly Language[] = ['en', 'de', 'ar'];

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in LANGUAGES;
}

/** The first language of a browser that Parley speaks, or else English. */
export function languageOf(locales: readonly string[]): Language {
  return locales.map(primary).find(isLanguage) ?? 'en';
}

/** The locale that dates and numbers are written by: the browser's own variant of the language if it has one. */
export function localeOf(language: Language, locales: readonly string[]): string {
  return locales.find((locale) => primary(locale) === language) ?? language;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

function primary(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? locale;
}
