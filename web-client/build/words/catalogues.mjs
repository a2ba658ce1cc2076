import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

export const LANGUAGES = ['en', 'de', 'ar'];
/** What the types of the keys and of their values are made from; the others have to be like it. */
export const SOURCE = 'en';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = join(ROOT, 'apps/web/src');
const TYPES = join(ROOT, 'target/words.d.ts');

/** Every file below the client's sources. */
export function sources() {
  return readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The files that hold one language's words: `words/<language>.json` in the folder of what they are about. */
export function filesOf(language) {
  return sources().filter((file) => file.endsWith(`/words/${language}.json`));
}

/** What only stands in parts that are fetched later, by folder: their words are fetched with them. */
const LATER = new Set([
  'account',
  'admissions',
  'attachments',
  'blocks',
  'calls',
  'deletion',
  'editing',
  'emoji',
  'erasure',
  'forwarding',
  'friends',
  'groups',
  'links',
  'lookalike',
  'media',
  'mentions',
  'moderation',
  'muting',
  'news',
  'people',
  'picture',
  'problem',
  'receipts',
  'replying',
  'request',
  'saved',
  'sessions',
  'shortcuts',
  'threads',
  'voice',
  'welcome',
]);
/** But for what the page begins with. */
const AT_ONCE = new Set([
  'account.menu',
  'account.sign-out.failed',
  'attachments.attach',
  'attachments.camera',
  'emoji.insert',
  'media.open',
  'problem.unknown',
  'voice.record',
]);

/** Those of a language's texts that the page begins with, or the others. */
export function partOf(language, later) {
  const isLater = ([key]) => LATER.has(key.slice(0, key.indexOf('.'))) && !AT_ONCE.has(key);
  return Object.fromEntries(Object.entries(textsOf(language)).filter((entry) => isLater(entry) === later));
}

/** A language's texts by key. Every key begins with the name of the folder it belongs to. */
export function textsOf(language) {
  const texts = {};
  for (const file of filesOf(language)) {
    const folder = basename(dirname(dirname(file)));
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      if (!key.startsWith(`${folder}.`))
        throw new Error(`${file}: "${key}" does not begin with "${folder}."`);
      texts[key] = text;
    }
  }
  return texts;
}

/** The values a text takes, each with its type. */
export function valuesOf(text) {
  const values = new Map();
  const visit = (elements) => {
    for (const { type, value, options } of elements) {
      if (type === TYPE.argument) values.set(value, 'string');
      if (type === TYPE.number || type === TYPE.plural) values.set(value, 'number');
      if (type === TYPE.select) values.set(value, alternatives(options));
      for (const option of Object.values(options ?? {})) visit(option.value);
    }
  };
  visit(parse(text));
  return values;
}

function alternatives(options) {
  return Object.keys(options)
    .map((name) => `'${name}'`)
    .join(' | ');
}

/** Writes the type that holds every key with the values it takes. */
export function writeTypes() {
  const lines = Object.entries(textsOf(SOURCE)).map(([key, text]) => {
    const values = [...valuesOf(text)].map(([name, type]) => `${name}: ${type}`);
    return `    '${key}': ${values.length > 0 ? `{ ${values.join('; ')} }` : 'undefined'};\n`;
  });
  const types = `/** Written by build/words from the catalogues. */
declare module 'virtual:words' {
  /** The values that each key's words take. */
  export interface Catalogue {
${lines.join('')}  }
}
`;
  if (existsSync(TYPES) && readFileSync(TYPES, 'utf8') === types) return;
  mkdirSync(dirname(TYPES), { recursive: true });
  writeFileSync(TYPES, types);
}
