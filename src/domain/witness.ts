/**
 * Witnesses of the ledger. Every digest names an entry and its hash, in a header field and in one line of its text: a file that was cut or
 * written anew is whole by itself, but the mails that lie in the reps' mailboxes remember what it was.
 */
import { ledgerStart } from './ledger.ts';

export interface Witness {
  /** Number of the last entry when the mail was written; 0 where there was none yet. */
  seq: number;
  /** Its hash. */
  head: string;
}

/** The header field of a digest; its value is `witnessValue`. */
export const witnessHeader = 'X-Countersign-Ledger';

export const witnessValue = ({ seq, head }: Witness): string => `${seq} ${head}`;

/**
 * The line of a digest's text. It stands alone on its line; nothing else in a digest may begin one like it. Name an entry that is on the
 * disk, as it is once the `Store.transaction` that read it has returned: one that a power cut takes back would make an honest ledger seem cut.
 */
export const witnessLine = (seq: number, head: string): string => `Ledger: entry ${seq}, head ${head}`;

const line = /^[ \t]*Ledger: entry (0|[1-9]\d{0,14}), head ([0-9a-f]{64})[ \t\r]*$/gm;
const value = /^(0|[1-9]\d{0,14})\s+([0-9a-f]{64})$/;

/** Every witness named in the text of a mail, each once; a quoted line is none. */
export function witnessIn(text: string): Witness[] {
  return distinct([...text.matchAll(line)].map(witnessOf));
}

/** The same of the values of a mail's header fields of that name; null stands for one that cannot be read. */
export function witnessInHeader(values: readonly string[]): (Witness | null)[] {
  const found = values.map((each) => value.exec(each.trim()));
  return [...distinct(found.filter((match) => match !== null).map(witnessOf)), ...(found.includes(null) ? [null] : [])];
}

/**
 * What one mail witnesses, by the values of its header fields and by its text, which must agree where both are there. "none": it is no
 * digest; "torn": it says two things, or one that cannot be read.
 */
export function witnessOfMail(values: readonly string[], text: string): Witness | 'none' | 'torn' {
  const [header, body] = [witnessInHeader(values), witnessIn(text)];
  const [first, ...others] = [...header, ...body];
  if (first === undefined) return 'none';
  const same = others.every((each) => each?.seq === first?.seq && each?.head === first?.head);
  return first !== null && same ? first : 'torn';
}

/**
 * Why a ledger that is whole by itself is not the one that was witnessed; null when it is. `hash` is that of its entry of the witness's
 * number, undefined where it has fewer entries. `mail` says which mail it was: "the mail of 2026-11-22 (a.eml)".
 */
export function contradiction(
  { seq, head }: Witness,
  entries: number,
  hash: string | undefined,
  mail: string,
): string | null {
  if (seq > entries) return `the ledger was cut after entry ${entries}, but ${mail} witnessed entry ${seq}`;
  if ((seq === 0 ? ledgerStart : hash) === head) return null;
  return `entry ${seq} is not the one that ${mail} witnessed: the ledger was written anew, or it is another`;
}

const witnessOf = ([, seq, head]: RegExpExecArray): Witness => ({ seq: Number(seq), head: head as string });

function distinct(witnesses: Witness[]): Witness[] {
  return [...new Map(witnesses.map((each) => [witnessValue(each), each])).values()];
}
