/** The second verifier, run over many files at once. */
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ended, type Ran } from '../support/run.ts';

export const verifyScript = join(import.meta.dirname, 'verify.py');

/** Null when the second verifier can run, else why not. Under CI=true its absence is a failure. */
export const pythonMissing: string | null = (() => {
  try {
    execFileSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))'], { stdio: 'pipe' });
    return null;
  } catch {
    if (process.env.CI === 'true') throw new Error('The second verifier cannot run: python3 is not installed.');
    return 'python3 is not installed';
  }
})();

export interface Verdict {
  whole: boolean;
  /** How many entries are right from the first on. */
  entries: number;
  /** Hash of the last one; null where it is not whole. */
  head: string | null;
}

/** One run of it, to its end. */
export function python(args: readonly string[], cwd?: string, input = ''): Promise<Ran> {
  const child = spawn('python3', [verifyScript, ...args], { cwd });
  child.stdin.end(input);
  return ended(child);
}

const said = /^(.*): (whole|not whole), (\d+) entries, head ([0-9a-f]{64})(?:: .+)?$/;

/** What it says of each of these files of the folder `cwd`, in their order. */
export async function verdictsOf(
  cwd: string,
  files: readonly string[],
  against: readonly string[] = [],
): Promise<Verdict[]> {
  const { code, out, err } = await python([...against.flatMap((each) => ['--against', each]), ...files], cwd);
  const verdicts = out
    .split('\n')
    .slice(0, -1)
    .map((line, n) => {
      const [, name, word, entries, head = ''] = said.exec(line) ?? [];
      if (name !== files[n]) throw new Error(`the second verifier said "${line}" of ${files[n]}`);
      return { whole: word === 'whole', entries: Number(entries), head: word === 'whole' ? head : null };
    });
  const expected = verdicts.every(({ whole }) => whole) ? 0 : 1;
  if (verdicts.length !== files.length || code !== expected || err !== '')
    throw new Error(`the second verifier ended with ${code} after ${verdicts.length} of ${files.length} files: ${err}`);
  return verdicts;
}
