/** `ledger export` and `ledger verify`: the record, and its proof by what the database holds. */
import { ledgerAfter, ledgerPages } from '../db/ledger.ts';
import type { Db } from '../db/store.ts';
import { entryLine, ledgerVerifier } from '../domain/ledger.ts';
import { BadInput } from '../errors.ts';
import { sha256 } from '../lib/hash.ts';
import type { Io } from './io.ts';
import { report } from './ledger-file.ts';
import type { Options } from './options.ts';

export type LedgerRequest = { verb: 'export' } | { verb: 'verify'; file: string | null; against: string[] };

/** Throws BadInput for what is no use of `ledger`. */
export function readLedgerRequest(words: readonly string[], options: Options): LedgerRequest {
  const [verb, file = null, ...more] = words;
  const against = [options.against ?? []].flat().filter((each) => typeof each === 'string');
  if (verb !== 'export' && verb !== 'verify') throw new BadInput('Say "ledger export" or "ledger verify".');
  if (verb === 'export' && (file !== null || against.length > 0))
    throw new BadInput('"ledger export" prints everything and takes nothing else: ledger export > FILE.');
  if (against.length > 0 && file === null)
    throw new BadInput(
      '--against holds a file against a digest: ledger export > FILE, then ledger verify FILE --against DIGEST.eml.',
    );
  if (more.length > 0 && against.length === 0)
    throw new BadInput(`"ledger verify" proves one file: leave out "${more[0]}".`);
  // A shell spreads `--against *.eml` into many words.
  return verb === 'export' ? { verb } : { verb, file, against: [...against, ...more] };
}

/**
 * One line an entry, oldest first, as `domain/ledger.ts` has it; no faster than it is read, and no further. What is added meanwhile may be
 * there or not: what is printed is whole.
 */
export async function exportLedger(db: Db, io: Io): Promise<number> {
  for await (const page of ledgerPages(db, 0)) {
    io.out(page.map((entry) => `${entryLine(entry)}\n`).join(''));
    if (io.taken && !(await io.taken())) break;
  }
  return 0;
}

/** Verifies what the database holds. Exit code 1 when it is not whole. */
export async function verifyStored(db: Db, io: Io): Promise<number> {
  const verifier = ledgerVerifier(sha256);
  for await (const entry of ledgerAfter(db, 0)) if (verifier.add(entry) !== null) break;
  return report(verifier.result(), io);
}
