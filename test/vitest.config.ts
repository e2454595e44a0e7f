import { defineConfig } from 'vitest/config';

/** Where `.ci/run` wants the counts. */
const results = process.env.COUNTERSIGN_RESULTS;

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // A suite that shares two cores with others may be slow; nothing here is timed.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Two cores, and most suites start a server of their own.
    maxWorkers: 2,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
