/** Public mail that is too large for the repository. Suites that need it are skipped by name where it is absent. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = process.env.COUNTERSIGN_CORPUS ?? join(import.meta.dirname, '../../../shared');

/** A path inside the corpus: `COUNTERSIGN_CORPUS`, or the folder `shared` beside the repository. */
export function corpusPath(...parts: string[]): string {
  return join(root, ...parts);
}

/**
 * A suite that needs the corpus. Without one it is skipped, its name saying why; with CI=true it fails, because a pipeline
 * that tests nothing must not look like one that passed. `suite` runs only when the corpus is there.
 */
export function describeWithCorpus(name: string, suite: () => void): void {
  if (existsSync(corpusPath('mail', 'manifest.json'))) {
    describe(name, suite);
    return;
  }
  describe.skipIf(process.env.CI !== 'true')(`${name} (needs the corpus: set COUNTERSIGN_CORPUS)`, () => {
    it('has a corpus', () => {
      expect.fail('There is no mail/manifest.json below COUNTERSIGN_CORPUS or ../shared.');
    });
  });
}
