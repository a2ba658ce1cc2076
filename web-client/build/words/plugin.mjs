import { resolve } from 'node:path';
import { compileStrings } from '@internationalized/string-compiler';
import { filesOf, partOf, writeTypes } from './catalogues.mjs';

const MODULE = 'virtual:words/';

/** Makes a language's catalogues modules of plain functions, one for what the page begins with and one for the rest, so that nothing is parsed in the browser. */
export function words() {
  return {
    name: 'words',
    buildStart: writeTypes,
    resolveId: (id) => (id.startsWith(MODULE) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${MODULE}`)) return undefined;
      const [language, part] = id.slice(MODULE.length + 1).split('/');
      for (const file of filesOf(language)) this.addWatchFile(resolve(file));
      return compileStrings(partOf(language, part === 'later'), { format: 'esm' }).replace(
        'export default',
        'export const strings =',
      );
    },
  };
}
