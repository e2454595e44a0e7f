/** `ledger export` and `ledger verify`: the record, and its proof, on a file alone. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ledgerAfter } from '../db/ledger.ts';
import type { Db } from '../db/store.ts';
import { type LedgerCheck, type LedgerEntry, ledgerVerifier } from '../domain/ledger.ts';
import { BadInput } from '../errors.ts';
import { sha256 } from '../lib/hash.ts';
import type { Io } from './io.ts';

const lineSchema = z.object({
  seq: z.number(),
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  key: z.string(),
  body: z.record(z.string(), z.any()),
  prev: z.string(),
  hash: z.string(),
});

/** One JSON line an entry, oldest first. */
export async function exportLedger(db: Db, io: Io): Promise<number> {
  for await (const entry of ledgerAfter(db, 0)) io.out(`${JSON.stringify(entry)}\n`);
  return 0;
}

/** Verifies what the database holds. Exit code 1 when it is not whole. */
export async function verifyStored(db: Db, io: Io): Promise<number> {
  const verifier = ledgerVerifier(sha256);
  for await (const entry of ledgerAfter(db, 0)) verifier.add(entry);
  return report(verifier.result(), io);
}

/** Verifies an exported file, or the service's own ledger.jsonl, with nothing else at hand. */
export async function verifyFile(path: string, io: Io): Promise<number> {
  const verifier = ledgerVerifier(sha256);
  const input = createReadStream(path, 'utf8');
  const opened = new Promise<void>((resolve, reject) => {
    input.once('open', () => resolve());
    input.once('error', reject);
  });
  await opened.catch((error) => {
    throw new BadInput(`The ledger file ${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  });
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line === '') continue;
    const entry = parse(line);
    if (!entry) {
      io.err(`The ledger is not whole: line ${number} is no ledger entry.\n`);
      return 1;
    }
    verifier.add(entry);
  }
  return report(verifier.result(), io);
}

function parse(line: string): LedgerEntry | null {
  try {
    return lineSchema.parse(JSON.parse(line)) as LedgerEntry;
  } catch {
    return null;
  }
}

function report(check: LedgerCheck, io: Io): number {
  if (check.whole) io.out(`The ledger is whole: ${check.entries} entries, head ${check.head}.\n`);
  else io.err(`The ledger is not whole: ${check.why}.\n`);
  return check.whole ? 0 : 1;
}
