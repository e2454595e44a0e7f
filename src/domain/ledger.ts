/**
 * The ledger's format and its proof. What stands here is enough to write another verifier; `test/ledger/verify.py` is one.
 *
 * **The chain.** Entries are numbered 1, 2, 3 … without gaps. `hash` is the SHA-256, in 64 lower-case hex digits, of the UTF-8 bytes of
 * the canonical JSON of the object of the entry's seven other members. `prev` is the `hash` of the entry before, and 64 zeros in the
 * first. The members: `seq` the number, `at` a time in UTC written `YYYY-MM-DDTHH:MM:SS.mmmZ`, `by`, `kind` and `key` texts, `body` an
 * object, `prev`, `hash`. Nothing else is held to a form: a `body` may say anything, and times may step back.
 *
 * **Canonical JSON** is RFC 8785 of these values: objects, arrays, strings, `true`, `false`, `null`, and whole numbers from
 * -(2^53 - 1) to 2^53 - 1. No white space. Members stand in the order of their names by UTF-16 code units, so U+1F600 (D83D DE00) comes
 * before U+FB33; no name stands twice. Strings escape `"` and `\` with a backslash, U+0008 U+0009 U+000A U+000C U+000D as
 * `\b \t \n \f \r`, the rest below U+0020 as `\u001f` with lower-case digits, and nothing else: not `/`, not U+007F, not U+2028. A lone
 * surrogate makes a string that has no canonical form. Numbers are written in decimal without leading zeros, point or exponent; zero is
 * `0`. `body` nests at most 32 objects and arrays in each other, itself counted.
 *
 * **The file** has one line an entry, oldest first: UTF-8 without a byte order mark, each line ended by one LF, the last one too, and none
 * longer than 16 MiB (16,777,216 bytes, LF not counted). An empty file is a ledger of no entries. A line is
 * `{"seq":…,"at":…,"by":…,"kind":…,"key":…,"body":…,"prev":…,"hash":…}`: the eight members in this order, each value canonical, no white
 * space. That is the only spelling: a line with the same content in any other (members in another order, a blank, CR LF, `1.0` for `1`,
 * `\u0061` for `a`, a name twice) is refused as a changed one is, for what one parser takes for the same another may not, and two files
 * that both are whole and have the same head are then the same byte for byte.
 *
 * **Verifying** reads lines 1, 2, 3 … and stops at the first that is not the canonical line of an entry, has not its number as `seq`, the
 * hash before as `prev`, or the hash of what it says as `hash`. A file cut after a line, or written anew from some entry on, is whole by
 * itself: that shows only against a witness outside of our reach, a number and the hash that the entry of that number had
 * (`witness.ts`). The ledger is the witnessed one if its entry of that number has that hash.
 */

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. Handed in, so that this folder needs no platform. */
export type Sha256 = (text: string) => string;

export type LedgerValue = string | number | boolean | null | LedgerValue[] | { [key: string]: LedgerValue };

export interface LedgerEntry {
  /** 1, 2, 3 … */
  seq: number;
  /** UTC, ISO 8601 with milliseconds. */
  at: string;
  /** Who is accountable: a rep's address, or "countersign" for what only restrains us. */
  by: string;
  kind: string;
  /** The same fact has the same key, so writing it twice changes nothing. */
  key: string;
  /** Ids, hashes and words of our own; personal text only as a salted hash. */
  body: { [key: string]: LedgerValue };
  /** Hash of the entry before; 64 zeros for the first. */
  prev: string;
  hash: string;
}

export const ledgerStart = '0'.repeat(64);

/** Bytes of a line of the file, without its LF; no entry comes near. */
export const maxLineBytes = 16 * 1024 * 1024;

/** Deeper than any body is, and less deep than any parser gives up at. */
const maxDepth = 32;

/**
 * RFC 8785 text of a value. Throws RangeError for what has no text that is the same in every language: numbers that are not safe
 * integers, lone surrogates, and nesting deeper than 32.
 */
export function canonical(value: LedgerValue, depth = maxDepth): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`the ledger holds whole numbers only, not ${value}`);
    return String(value);
  }
  if (depth === 0) throw new RangeError(`the ledger holds nothing nested deeper than ${maxDepth}`);
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each, depth - 1)).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalText(key)}:${canonical(value[key] as LedgerValue, depth - 1)}`);
  return `{${members.join(',')}}`;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('the ledger holds whole characters only, and no half of one');
  return JSON.stringify(text);
}

/** The value with U+FFFD for each lone surrogate, in names too: what a text cut between two halves needs before it is written down. */
export function wellFormed<T extends LedgerValue>(value: T): T;
export function wellFormed(value: LedgerValue): LedgerValue {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map((each) => wellFormed(each));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.toWellFormed(), wellFormed(each)]));
}

/** Canonical texts of an entry's members but `hash`: its line and what is hashed are made of the same ones. */
function membersOf({ seq, at, by, kind, key, body, prev }: Omit<LedgerEntry, 'hash'>) {
  return {
    seq: canonical(seq),
    at: canonical(at),
    by: canonical(by),
    kind: canonical(kind),
    key: canonical(key),
    body: canonical(body),
    prev: canonical(prev),
  };
}

type Members = ReturnType<typeof membersOf>;

const hashedText = ({ seq, at, by, kind, key, body, prev }: Members): string =>
  `{"at":${at},"body":${body},"by":${by},"key":${key},"kind":${kind},"prev":${prev},"seq":${seq}}`;

const lineText = ({ seq, at, by, kind, key, body, prev }: Members, hash: string): string =>
  `{"seq":${seq},"at":${at},"by":${by},"kind":${kind},"key":${key},"body":${body},"prev":${prev},"hash":${canonical(hash)}}`;

/** The hash that an entry must have: over its canonical JSON without `hash`, `prev` included. Throws as `canonical` does. */
export function entryHash(entry: Omit<LedgerEntry, 'hash'>, sha256: Sha256): string {
  return sha256(hashedText(membersOf(entry)));
}

/** The line of an entry in a file, without its LF. Throws as `canonical` does. */
export function entryLine(entry: LedgerEntry): string {
  return lineText(membersOf(entry), entry.hash);
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The entry of a line without its LF, and what its hash is over; null when the ledger would not have written this very line. */
function readLine(line: string): { entry: LedgerEntry; hashed: string } | null {
  try {
    const entry = JSON.parse(line) as LedgerEntry;
    const { seq, at, by, kind, key, body, prev, hash } = entry;
    const texts = [at, by, kind, key, prev, hash].every((each) => typeof each === 'string');
    const object = body !== null && typeof body === 'object' && !Array.isArray(body);
    if (typeof seq !== 'number' || !texts || !object || !time.test(at)) return null;
    const members = membersOf(entry);
    return lineText(members, hash) === line ? { entry, hashed: hashedText(members) } : null;
  } catch {
    // No JSON, or with what has no canonical form.
    return null;
  }
}

/** The entry of a line without its LF; null when the ledger would not have written this very line. */
export const readEntry = (line: string): LedgerEntry | null => readLine(line)?.entry ?? null;

/** A commitment to personal text: destroying the salt and the text later leaves the chain whole. */
export function commitment(salt: string, text: string, sha256: Sha256): string {
  return sha256(`${salt}\n${text}`);
}

export type LedgerCheck = { whole: true; entries: number; head: string } | { whole: false; at: number; why: string };

export interface LedgerVerifier {
  /** The next entry. Answers what is wrong, with it or one before it; null while all is well. */
  add(entry: LedgerEntry): string | null;
  /** The next line of a file, without its LF; null for one that is too long or no UTF-8. Answers as `add` does. */
  addLine(line: string | null): string | null;
  /** Hash of the last entry that was right. */
  head(): string;
  result(): LedgerCheck;
}

/** Checks a chain entry by entry; feed it entries, or lines of a file, in order. Memory does not grow with the ledger. */
export function ledgerVerifier(sha256: Sha256): LedgerVerifier {
  let seq = 0;
  let head = ledgerStart;
  let fault: { at: number; why: string } | null = null;
  const found = (why: string): string => {
    fault = { at: seq + 1, why };
    return why;
  };
  const follow = (entry: LedgerEntry, hash: () => string | null): string | null => {
    const expected = seq + 1;
    if (entry.seq !== expected) return found(`entry ${expected} is missing: ${entry.seq} stands in its place`);
    if (entry.prev !== head) return found(`entry ${expected} does not follow the one before it`);
    if (hash() !== entry.hash) return found(`entry ${expected} was changed after it was written`);
    seq = expected;
    head = entry.hash;
    return null;
  };
  return {
    add: (entry) => fault?.why ?? follow(entry, () => hashOrNull(entry, sha256)),
    addLine(line) {
      if (fault) return fault.why;
      const read = line === null ? null : readLine(line);
      if (read) return follow(read.entry, () => sha256(read.hashed));
      return found(`line ${seq + 1} is not as the ledger writes an entry`);
    },
    head: () => head,
    result: () => (fault ? { whole: false, ...fault } : { whole: true, entries: seq, head }),
  };
}

/** Null for what has no canonical form: no entry that was ever written. */
function hashOrNull(entry: LedgerEntry, sha256: Sha256): string | null {
  try {
    return entryHash(entry, sha256);
  } catch {
    return null;
  }
}
