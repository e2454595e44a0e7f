/** Where the public mail lies: `COUNTERSIGN_CORPUS`, or the folder `shared` beside the repository. Apart from the suites, so that `npm run eval` needs no test runner. */
import { join } from 'node:path';

const root = process.env.COUNTERSIGN_CORPUS ?? join(import.meta.dirname, '../../../shared');

export function corpusPath(...parts: string[]): string {
  return join(root, ...parts);
}
