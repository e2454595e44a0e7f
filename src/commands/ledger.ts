/** `ledger export` and `ledger verify`: the record, and its proof by what the database holds. */
import { ledgerAfter, ledgerPages } from '../db/ledger.ts';
import type { Db } from '../db/store.ts';
import { entryLine, ledgerVerifier } from '../domain/ledger.ts';
import { sha256 } from '../lib/hash.ts';
import type { Io } from './io.ts';
import { report } from './ledger-file.ts';

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
