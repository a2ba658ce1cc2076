import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { partOf, SOURCE } from './words/catalogues.mjs';

/** As much script as a page may begin with, compressed. What is near it leaves the next feature no room. */
const LIMIT_KIB = 150;
/** What the page fetches at once: its entry and all that this imports. */
const SCRIPT = /(?:src|href)="\/([^"]+\.js)"/g;
/** Not those words that come later. */
const LANGUAGE = /virtual:words\/\w+$/;
const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)/;

/**
 * Fails a build in which the page begins with too much script, which is all that its entry imports and the words of one language, or says
 * words there that it fetches later.
 */
export function initialScript() {
  return {
    name: 'initial-script',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        // The gallery is built by the same configuration.
        if (!page) return;
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
        const named = new Set([...String(page.source).matchAll(SCRIPT)].map(([, name]) => name));
        const initial = chunks.filter(({ fileName }) => named.has(fileName));
        if (initial.length === 0) this.error('The page names no script of its own.');
        const languages = chunks.filter(({ facadeModuleId }) => LANGUAGE.test(facadeModuleId ?? ''));
        if (languages.length === 0) this.error('The words of no language were found among the files.');
        const early = saidTooEarly(initial);
        if (early.length > 0)
          this.error(`The page begins with what says words that are fetched later:\n${early.join('\n')}`);
        const kib = sum(initial.map(compressed)) + Math.max(...languages.map(compressed));
        const told = `The page begins with ${kib.toFixed(1)} KiB of script, of the ${LIMIT_KIB} it may.`;
        if (kib > LIMIT_KIB)
          this.error(
            `${told} What is shown only when somebody asks for it is fetched then: see \`lazily\` in web-client/README.md. ` +
              `Before compression most are\n${largest(initial)}`,
          );
        console.log(told);
      },
    },
  };
}

function compressed({ code }) {
  return brotliCompressSync(code).length / 1024;
}

/** Keys of words that are fetched later, with the files that say them although the page begins with these. */
function saidTooEarly(chunks) {
  const later = Object.keys(partOf(SOURCE, true));
  const files = chunks
    .flatMap(({ modules }) => Object.keys(modules))
    .filter((id) => /\/apps\/web\/src\/.*\.tsx?$/.test(id));
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return later.filter((key) => source.includes(`'${key}'`)).map((key) => `${key} in ${file}`);
  });
}

/** The packages and files with most script in them. */
function largest(chunks) {
  const sizes = new Map();
  for (const { modules } of chunks)
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      const name = PACKAGE.exec(id)?.[1] ?? id.replace(/^.*\/web-client\//, '');
      sizes.set(name, (sizes.get(name) ?? 0) + renderedLength);
    }
  return [...sizes]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 20)
    .map(([name, size]) => `${(size / 1024).toFixed(0).padStart(5)} KiB ${name}`)
    .join('\n');
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}
