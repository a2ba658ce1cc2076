import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'client',
    environment: 'node',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/properties.ts'],
    restoreMocks: true,
    testTimeout: process.env.PARLEY_TEST_LONG ? 300_000 : 30_000,
  },
});
