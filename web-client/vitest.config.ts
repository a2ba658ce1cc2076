import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { projects: ['packages/client', 'apps/web'], reporters: ['default'] },
});
