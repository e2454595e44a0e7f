/**
 * The ledger's format and its proof. One sequence without gaps; each entry's hash covers its canonical JSON and the hash before
 * it. Canonical JSON is RFC 8785 for the values used here: objects with sorted keys, strings, integers, booleans, null, arrays.
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

/** RFC 8785 text of a value. Throws on numbers that are not safe integers: their text differs between languages. */
export function canonical(value: LedgerValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`the ledger holds whole numbers only, not ${value}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as LedgerValue)}`);
  return `{${members.join(',')}}`;
}

/** The hash that an entry must have: over its canonical JSON without `hash`, `prev` included. */
export function entryHash(entry: Omit<LedgerEntry, 'hash'>, sha256: Sha256): string {
  const { seq, at, by, kind, key, body, prev } = entry;
  return sha256(canonical({ seq, at, by, kind, key, body, prev }));
}

/** A commitment to personal text: destroying the salt and the text later leaves the chain whole. */
export function commitment(salt: string, text: string, sha256: Sha256): string {
  return sha256(`${salt}\n${text}`);
}

export type LedgerCheck = { whole: true; entries: number; head: string } | { whole: false; at: number; why: string };

/** Checks a chain entry by entry; feed it entries in order. Memory does not grow with the ledger. */
export function ledgerVerifier(sha256: Sha256): { add(entry: LedgerEntry): string | null; result(): LedgerCheck } {
  let seq = 0;
  let head = ledgerStart;
  let fault: { at: number; why: string } | null = null;
  return {
    add(entry) {
      if (fault) return fault.why;
      const expected = seq + 1;
      let why: string | null = null;
      if (entry.seq !== expected) why = `entry ${expected} is missing: ${entry.seq} stands in its place`;
      else if (entry.prev !== head) why = `entry ${expected} does not follow the one before it`;
      else if (entryHash(entry, sha256) !== entry.hash) why = `entry ${expected} was changed after it was written`;
      if (why) fault = { at: expected, why };
      else {
        seq = expected;
        head = entry.hash;
      }
      return why;
    },
    result: () => (fault ? { whole: false, ...fault } : { whole: true, entries: seq, head }),
  };
}
