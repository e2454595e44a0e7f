import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores, and most suites start a server of their own.
    maxWorkers: 2,
    reporters: process.env.CI ? ['default'] : ['default'],
  },
});
