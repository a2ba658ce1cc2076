import { defineProject, mergeConfig } from 'vitest/config';
import vite from './vite.config.ts';

export default mergeConfig(
  vite,
  defineProject({
    test: {
      name: 'web',
      environment: 'happy-dom',
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles: ['src/app/testing/words.ts'],
      restoreMocks: true,
      testTimeout: process.env.PARLEY_TEST_LONG ? 300_000 : 60_000,
    },
  }),
);
