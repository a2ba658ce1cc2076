import type { EmojiData } from 'frimousse';

interface Kept {
  emojis: { emoji: string; category: number; label: string; tags: string[]; tones?: string[] }[];
  categories: { index: number; label: string }[];
  tones: EmojiData['skinTones'];
}

/** In languages that nobody named the emoji in they are called as in English. */
async function kept(language: string): Promise<Kept> {
  return language === 'de'
    ? (await import('./data/de.json')).default
    : (await import('./data/en.json')).default;
}

/** All emoji by category, with their names in a language and what else they are found by. */
export async function emojiData(language: string): Promise<EmojiData> {
  const { emojis, categories, tones: skinTones } = await kept(language);
  return {
    locale: language,
    categories,
    skinTones,
    emojis: emojis.map(({ tones, ...each }) => {
      const [light = '', mediumLight = '', medium = '', mediumDark = '', dark = ''] = tones ?? [];
      const skins = { light, 'medium-light': mediumLight, medium, 'medium-dark': mediumDark, dark };
      return { ...each, version: 1, ...(tones ? { skins } : {}) };
    }),
  };
}
