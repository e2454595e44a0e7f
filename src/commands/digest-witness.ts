/** A digest as a rep has saved it: what it witnesses of the ledger. */
import { readFile } from 'node:fs/promises';
import { type Witness, witnessHeader, witnessOfMail } from '../domain/witness.ts';
import { BadInput, messageOf } from '../errors.ts';
import { headerBlock, valuesOf } from '../mailbox/header-fields.ts';
import { parseMessage } from '../mailbox/mime.ts';

export interface Digest {
  /** How to name it: its day and its file. */
  mail: string;
  /** "torn" where it says two things. */
  witness: Witness | 'torn';
}

/** Reads .eml files. Throws BadInput for one that cannot be read, and for one that is no digest. */
export async function readDigests(paths: readonly string[]): Promise<Digest[]> {
  const digests: Digest[] = [];
  for (const path of paths) digests.push(await readDigest(path));
  return digests;
}

async function readDigest(path: string): Promise<Digest> {
  const raw = await readFile(path).catch((error) => {
    throw new BadInput(`The mail ${path} cannot be read: ${messageOf(error)}.`, { cause: error });
  });
  const { text, date, utcOffset = 0 } = await parseMessage(raw, { own: true });
  const witness = witnessOfMail(valuesOf(headerBlock(raw), witnessHeader.toLowerCase()), text);
  if (witness === 'none')
    throw new BadInput(`The mail ${path} names no entry of a ledger: give a digest, saved as .eml with its header.`);
  const day = new Date(date.getTime() + utcOffset * 60_000).toISOString().slice(0, 10);
  return { mail: `the mail of ${day} (${path})`, witness };
}
