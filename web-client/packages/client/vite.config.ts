import { defineConfig } from 'vite';

/** The package in one file, for programs that run in Node without a bundler of their own. */
export default defineConfig({
  build: { ssr: 'src/index.ts', target: 'node20', outDir: 'dist', emptyOutDir: true },
  ssr: { noExternal: true },
});
