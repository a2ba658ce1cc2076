import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = new URL('../apps/web/serviceWorker.js', import.meta.url);
const NAMES_FOR_THE_LINTER = /^\/\* global .*\n/;
/** Letters that most people's names and words never need are fetched by those who do. */
const RARE = /-(latin-ext|vietnamese|cyrillic|greek)/;

/** Writes the service worker with the names of all files it keeps, and a version that changes with them. */
export function serviceWorker() {
  let folder;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      folder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (!page) return;
        const hash = createHash('sha256').update(page.source);
        const kept = readdirSync(folder);
        for (const name of kept) hash.update(readFileSync(join(folder, name)));
        const built = Object.keys(bundle).filter((name) => name !== 'index.html' && !RARE.test(name));
        const files = ['/', ...[...kept, ...built].sort().map((name) => `/${name}`)];
        for (const name of files) hash.update(name);
        const source = readFileSync(SOURCE, 'utf8')
          .replace(NAMES_FOR_THE_LINTER, '')
          .replace('__FILES__', JSON.stringify(files))
          .replace('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}
