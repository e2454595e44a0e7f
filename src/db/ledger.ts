/** Questions about the ledger, and the one way to add to it. */
import { asc, desc, eq, gt, sql } from 'drizzle-orm';
import {
  canonical,
  commitment,
  entryHash,
  type LedgerEntry,
  type LedgerValue,
  ledgerStart,
  type Sha256,
  wellFormed,
} from '../domain/ledger.ts';
import * as schema from './schema.ts';
import type { Db, Mirror, MirrorLine } from './store.ts';

export interface NewEntry {
  at: Date;
  by: string;
  kind: string;
  /** Writing an entry whose key is there already adds nothing and gives back the old one. */
  key: string;
  body: { [key: string]: LedgerValue };
  /** Personal text by member name; the entry holds a salted hash under the same name. */
  texts?: Record<string, string>;
}

type Row = typeof schema.ledger.$inferSelect;

function entryOf(row: Row): LedgerEntry {
  return { ...row, body: JSON.parse(row.body) };
}

/** Only one writer at a time, in any process: two entries must never follow the same one. */
const ledgerLock = 7_203_311;

/** What an entry takes from outside: the hash, and names nobody can guess, which salt personal text. */
export interface Writer {
  store: { sha256: Sha256 };
  newId(): string;
}

/** Adds an entry to the chain. Call inside a transaction. */
export async function appendLedger(tx: Db, entry: NewEntry, { store, newId }: Writer): Promise<LedgerEntry> {
  const { sha256 } = store;
  const { by, kind, key } = wellFormed({ by: entry.by, kind: entry.kind, key: entry.key });
  await tx.execute(sql`select pg_advisory_xact_lock(${ledgerLock})`);
  const [known] = await tx.select().from(schema.ledger).where(eq(schema.ledger.key, key));
  if (known) return entryOf(known);
  const [head] = await tx
    .select({ seq: schema.ledger.seq, hash: schema.ledger.hash })
    .from(schema.ledger)
    .orderBy(desc(schema.ledger.seq))
    .limit(1);
  const seq = (head?.seq ?? 0) + 1;
  const body = wellFormed(entry.body);
  const texts = Object.entries(entry.texts ?? {}).map(([name, text]) => {
    const salt = newId();
    const hash = commitment(salt, text, sha256);
    body[name] = hash;
    return { commitment: hash, seq, salt, text };
  });
  const unhashed = {
    seq,
    at: entry.at.toISOString(),
    by,
    kind,
    key,
    body,
    prev: head?.hash ?? ledgerStart,
  };
  const whole: LedgerEntry = { ...unhashed, hash: entryHash(unhashed, sha256) };
  await tx.insert(schema.ledger).values({ ...whole, body: canonical(body) });
  if (texts.length > 0) await tx.insert(schema.ledgerText).values(texts);
  return whole;
}

/** Entries after `seq`, oldest first. Memory does not grow with the ledger. */
export async function* ledgerAfter(db: Db, seq: number): AsyncIterable<LedgerEntry> {
  for await (const page of ledgerPages(db, seq)) yield* page;
}

/**
 * The same in pages, none of them empty. Entries get their number and are committed in one order, so whatever is added meanwhile, what
 * was given so far is a ledger as it once was.
 */
export async function* ledgerPages(db: Db, seq: number, page = 1_000): AsyncIterable<LedgerEntry[]> {
  for (let last = seq; ; ) {
    const rows = await db
      .select()
      .from(schema.ledger)
      .where(gt(schema.ledger.seq, last))
      .orderBy(asc(schema.ledger.seq))
      .limit(page);
    if (rows.length > 0) yield rows.map(entryOf);
    const end = rows.at(-1);
    if (!end || rows.length < page) return;
    last = end.seq;
  }
}

/** The last entry's number and hash; of an empty ledger what the first one follows. */
export async function ledgerHead(db: Db): Promise<{ seq: number; hash: string }> {
  const [head] = await recentLedger(db, 1);
  return head ? { seq: head.seq, hash: head.hash } : { seq: 0, hash: ledgerStart };
}

export async function recentLedger(db: Db, limit: number): Promise<LedgerEntry[]> {
  const rows = await db.select().from(schema.ledger).orderBy(desc(schema.ledger.seq)).limit(limit);
  return rows.map(entryOf);
}

/** Copies to the mirror what it does not have yet. */
export async function copyToMirror(db: Db, mirror: Mirror): Promise<void> {
  for await (const page of ledgerPages(db, mirror.lastSeq))
    await mirror.append(page.map((entry): MirrorLine => ({ ...entry })));
}

/** Puts back entries that a database without fsync lost; `entries` continue its sequence. */
export async function restoreLedger(tx: Db, entries: LedgerEntry[]): Promise<void> {
  // As many as one statement may well hold.
  for (let at = 0; at < entries.length; at += 1_000)
    await tx
      .insert(schema.ledger)
      .values(entries.slice(at, at + 1_000).map((entry) => ({ ...entry, body: canonical(entry.body) })));
}
