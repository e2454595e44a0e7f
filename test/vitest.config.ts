import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where `.ci/run` wants the counts. */
const results = process.env.COUNTERSIGN_RESULTS;

/** Suites of minutes begin first: one that begins last runs alone while the other core has nothing to do. */
const long = [
  '/test/crash/',
  '/test/demo/headless',
  '/test/story/',
  '/test/clients/',
  '/test/model/',
  '/test/domain/never-drafted',
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // A suite that shares two cores with others may be slow; nothing here is timed.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Two cores, and most suites start a server of their own.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
