import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from '../../build/serviceWorker.mjs';
import { words } from '../../build/words/plugin.mjs';

const server = process.env.PARLEY_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), words(), serviceWorker()],
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
    // The server's content security policy takes no fonts from data: addresses.
    assetsInlineLimit: 0,
    // What others wrote changes less often than the client: browsers keep it across releases.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'aria',
              test: /node_modules\/(react-aria|react-stately|@react|@internationalized)/,
              priority: 2,
            },
            // Fetched with the first message that has markup.
            {
              name: 'markup',
              test: /node_modules\/(micromark|mdast-util|unist-util|ccount|devlop|escape-string-regexp)/,
              priority: 2,
            },
            { name: 'vendor', test: /node_modules/, priority: 1 },
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
