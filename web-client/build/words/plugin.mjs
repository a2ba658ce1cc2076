import { resolve } from 'node:path';
import { compileStrings } from '@internationalized/string-compiler';
import { filesOf, textsOf, writeTypes } from './catalogues.mjs';

const MODULE = 'virtual:words/';

/** Makes a language's catalogues one module of plain functions, so that nothing is parsed in the browser. */
export function words() {
  return {
    name: 'words',
    buildStart: writeTypes,
    resolveId: (id) => (id.startsWith(MODULE) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${MODULE}`)) return undefined;
      const language = id.slice(MODULE.length + 1);
      for (const file of filesOf(language)) this.addWatchFile(resolve(file));
      return compileStrings(textsOf(language), { format: 'esm' }).replace(
        'export default',
        'export const strings =',
      );
    },
  };
}
