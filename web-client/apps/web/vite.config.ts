import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { initialScript } from '../../build/initialScript.mjs';
import { serviceWorker } from '../../build/serviceWorker.mjs';
import { words } from '../../build/words/plugin.mjs';

const server = process.env.PARLEY_SERVER ?? 'http://localhost:8080';

/** A file of a package, in place of which another is taken. */
const withoutFormats: Plugin = {
  name: 'without-formats',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './format.js' && importer?.includes('@cfworker/json-schema')
      ? fileURLToPath(new URL('./src/shared/api/noFormats.ts', import.meta.url))
      : null,
};

export default defineConfig({
  plugins: [withoutFormats, react(), words(), serviceWorker(), initialScript()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      'decode-named-character-reference': fileURLToPath(
        new URL('./src/shared/markup/noCharacterReferences.ts', import.meta.url),
      ),
    },
  },
  build: {
    outDir: fileURLToPath(new URL('../../target/classes/static', import.meta.url)),
    emptyOutDir: true,
    // Every browser that shows what tokens.css asks for has it.
    modulePreload: { polyfill: false },
    // The server's content security policy takes no fonts from data: addresses.
    assetsInlineLimit: 0,
    // What others wrote changes less often than the client: browsers keep it across releases. What the page begins with is apart from the rest.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules/, tags: ['$initial'], priority: 3 },
            { name: 'app', tags: ['$initial'], priority: 2 },
            // Fetched with the first message that has markup.
            {
              name: 'markup',
              test: /node_modules\/(micromark|mdast-util|unist-util|ccount|devlop|escape-string-regexp)/,
              priority: 1,
            },
            // Menus, dialogs, lists, forms: what is opened or asked for.
            { name: 'later', test: /node_modules/ },
          ],
        },
      },
    },
  },
  server: {
    // The server accepts its own origin only; in development the page comes from Vite's.
    proxy: { '/api': { target: server, ws: true, headers: { origin: server } } },
  },
});
