import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { LANGUAGES, SOURCE, sources, textsOf, valuesOf } from './catalogues.mjs';

const CONTRACT = new URL(
  '../../../access/src/main/resources/chat/parley/access/openapi.json',
  import.meta.url,
);

/** What is wrong with the catalogues and with the words beside them, a line each. */
export function check() {
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textsOf(language)]));
  const code = sources()
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\/|\.d\.ts$|\/contract\//.test(file))
    .map((file) => ({ file, literals: literalsOf(file) }));
  return [
    ...LANGUAGES.filter((language) => language !== SOURCE).flatMap((language) =>
      differences(texts, language),
    ),
    ...unused(texts[SOURCE], code),
    ...missingProblems(texts[SOURCE]),
    ...code.flatMap(({ file, literals }) => literals.filter(isSpoken).map((each) => outside(file, each))),
  ];
}

/** Keys one language has and the source does not, or the other way round, and texts that take other values. */
function differences(texts, language) {
  const [source, other] = [texts[SOURCE], texts[language]];
  const missing = Object.keys(source).filter((key) => !(key in other));
  const extra = Object.keys(other).filter((key) => !(key in source));
  const differing = Object.keys(source).filter(
    (key) => key in other && names(source[key]) !== names(other[key]),
  );
  return [
    ...missing.map((key) => `${language}: "${key}" has no words.`),
    ...extra.map((key) => `${language}: "${key}" is not in the catalogues of ${SOURCE}.`),
    ...differing.map((key) => `${language}: "${key}" takes other values than in ${SOURCE}.`),
  ];
}

function names(text) {
  return [...valuesOf(text).keys()].sort().join();
}

/** Keys that no source names. A family of keys is used by a template that begins like them. */
function unused(source, code) {
  const used = new Set(code.flatMap(({ literals }) => literals.map(({ text }) => text)));
  const families = [...used].filter((text) => /^[\w.-]+\.$/.test(text));
  return Object.keys(source)
    .filter((key) => !used.has(key) && !families.some((family) => key.startsWith(family)))
    .map((key) => `"${key}" is used nowhere.`);
}

/** Every code the server's documents name has words. */
function missingProblems(source) {
  const { Problem } = JSON.parse(readFileSync(CONTRACT, 'utf8')).components.schemas;
  return Problem.properties.code.examples
    .filter((code) => !(`problem.${code}` in source))
    .map((code) => `"problem.${code}" has no words.`);
}

function outside(file, { text, line }) {
  return `${file}:${line}: "${text.trim()}" belongs in a catalogue.`;
}

/** Attributes and properties that are read out or shown. */
const SPOKEN =
  /^(aria-label|aria-roledescription|aria-valuetext|title|placeholder|label|alt|hint|description|textValue)$/;
/** Names of people and things that are the same in every language. */
const NAMES = new Set(['Parley', ...['English', 'Deutsch', 'العربية']]);

function isSpoken({ text, place }) {
  if (!/\p{L}/u.test(text) || NAMES.has(text.trim())) return false;
  if (place === 'text' || place === 'spoken') return true;
  return place === 'value' && /^\p{Lu}\p{Ll}+( \p{L}|[.…!?]$)|\p{Ll}+ \p{Ll}+ \p{Ll}+/u.test(text);
}

/** Every string in a file: as text of an element, as a spoken attribute, as another value, or as something never shown. */
function literalsOf(file) {
  const source = readFileSync(file, 'utf8');
  const { program } = parseSync(file, source);
  const found = [];
  const add = (node, text, place) =>
    found.push({ text, place, line: source.slice(0, node.start).split('\n').length });
  const visit = (node, place) => {
    if (Array.isArray(node)) for (const each of node) visit(each, place);
    if (typeof node?.type !== 'string') return;
    if (node.type === 'JSXText') add(node, node.value, 'text');
    if (node.type === 'Literal' && typeof node.value === 'string') add(node, node.value, place);
    if (node.type === 'TemplateElement') add(node, node.value.cooked, place);
    for (const [name, child] of Object.entries(node)) visit(child, placeOf(node, name, place));
  };
  visit(program, 'value');
  return found;
}

/** Where a child's strings go. */
function placeOf(node, name, place) {
  const never = 'never';
  if (place === never) return never;
  if (node.type.startsWith('Import') || node.type.startsWith('TS') || node.type === 'ThrowStatement')
    return never;
  if (node.type === 'NewExpression' && /Error$/.test(node.callee.name ?? '')) return never;
  if (node.type === 'JSXAttribute')
    return SPOKEN.test(node.name.name) ? 'spoken' : node.name.name === 'className' ? never : 'value';
  if (node.type === 'BinaryExpression' || name === 'test') return never;
  if (/^JSX(Element|Fragment)$/.test(node.type)) return name === 'children' ? 'text' : 'value';
  if (node.type === 'CallExpression' || /Function/.test(node.type)) return 'value';
  return place;
}
