/** `ledger verify FILE`: the proof on a file alone, and against the digests that witnessed it. No database, no service. */
import { open } from 'node:fs/promises';
import { type LedgerCheck, ledgerVerifier, maxLineBytes } from '../domain/ledger.ts';
import { contradiction, type Witness } from '../domain/witness.ts';
import { BadInput, messageOf } from '../errors.ts';
import { sha256 } from '../lib/hash.ts';
import { linesOf } from '../lib/lines.ts';
import type { Io } from './io.ts';
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
 * Verifies an exported file, or the service's own ledger.jsonl, against the digests in `mails` (.eml). 0 when it is whole and has every
 * entry as they witnessed it, 1 when not. Throws BadInput for a file that cannot be read, and for a mail that is no digest.
 */
export async function verifyFile(path: string, io: Io, mails: readonly string[] = []): Promise<number> {
  // What reads mail is large; a file alone needs none of it.
  const digests = mails.length === 0 ? [] : await (await import('./digest-witness.ts')).readDigests(mails);
  const { check, hashAt } = await checkFile(
    path,
    digests.flatMap(({ witness }) => (witness === 'torn' ? [] : [witness.seq])),
  );
  let code = report(check, io);
  for (const { mail, witness } of digests) {
    const why = witness === 'torn' ? `${mail} says two things of it` : whyNot(witness, mail, check, hashAt);
    if (why === null) io.out(`Entry ${(witness as Witness).seq} is the one that ${mail} witnessed.\n`);
    else {
      io.err(`The ledger is not proved: ${why}.\n`);
      code = 1;
    }
  }
  return code;
}

function whyNot(
  witness: Witness,
  mail: string,
  check: LedgerCheck,
  hashAt: ReadonlyMap<number, string>,
): string | null {
  const known = check.whole || witness.seq < check.at;
  if (!known)
    return `nothing from entry ${check.at} on can be held against entry ${witness.seq}, which ${mail} witnessed`;
  return contradiction(witness, check.whole ? check.entries : check.at - 1, hashAt.get(witness.seq), mail);
}

/** Reads a file up to its first fault. `hashAt`: the hashes of the right entries among `numbers`. */
export async function checkFile(
  path: string,
  numbers: readonly number[] = [],
): Promise<{ check: LedgerCheck; hashAt: Map<number, string> }> {
  const verifier = ledgerVerifier(sha256);
  const wanted = new Set(numbers);
  const hashAt = new Map<number, string>();
  let entries = 0;
  for await (const { text, ended } of linesOf(await openFile(path), maxLineBytes)) {
    if (!ended) {
      const why = `line ${entries + 1} has no end: it was cut, or it is being written`;
      return { check: { whole: false, at: entries + 1, why }, hashAt };
    }
    if (verifier.addLine(text) !== null) break;
    entries += 1;
    if (wanted.has(entries)) hashAt.set(entries, verifier.head());
  }
  return { check: verifier.result(), hashAt };
}

async function openFile(path: string): Promise<AsyncIterable<Buffer>> {
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file.createReadStream();
    await file.close();
  } catch (error) {
    throw new BadInput(`The ledger file ${path} cannot be read: ${messageOf(error)}.`, { cause: error });
  }
  throw new BadInput(`The ledger file ${path} cannot be read: it is a folder.`);
}

/** One sentence, where it belongs; gives back the exit code. */
export function report(check: LedgerCheck, io: Io): number {
  if (check.whole) io.out(`The ledger is whole: ${check.entries} entries, head ${check.head}.\n`);
  else io.err(`The ledger is not whole: ${check.why}.\n`);
  return check.whole ? 0 : 1;
}
