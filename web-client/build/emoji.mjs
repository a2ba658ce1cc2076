import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes what the picker shows of emojibase-data: `node build/emoji.mjs <its folder>`. What is written is kept with the sources, because the
 * package is fifty times as large.
 */
const [source] = process.argv.slice(2);
const TARGET = fileURLToPath(new URL('../apps/web/src/shared/emoji/data', import.meta.url));
/** What most systems have a picture for. */
const NEWEST = 15;
const LANGUAGES = ['en', 'de'];
/** Letters of flags and tones of skin are no emoji of their own. */
const COMPONENTS = 2;

mkdirSync(TARGET, { recursive: true });
for (const language of LANGUAGES) {
  const read = (name) => JSON.parse(readFileSync(join(source, language, `${name}.json`), 'utf8'));
  const emojis = read('data')
    .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST)
    .sort((a, b) => a.order - b.order)
    .map(({ emoji, group, label, tags = [], skins = [] }) => {
      const single = skins.filter(({ tone }) => typeof tone === 'number').sort((a, b) => a.tone - b.tone);
      const tones = single.length === 5 ? { tones: single.map((each) => each.emoji) } : {};
      return { emoji, category: group, label, tags, ...tones };
    });
  const { groups, skinTones } = read('messages');
  const categories = groups
    .filter(({ order }) => order !== COMPONENTS)
    .map(({ order, message }) => ({ index: order, label: message }));
  const tones = Object.fromEntries(skinTones.map(({ key, message }) => [key, message]));
  const lines = emojis.map((each) => JSON.stringify(each)).join(',\n');
  const rest = JSON.stringify({ categories, tones }).slice(1);
  writeFileSync(join(TARGET, `${language}.json`), `{"emojis":[\n${lines}\n],\n${rest}\n`);
}
