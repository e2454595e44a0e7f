/** What every database here offers. PGlite and PostgreSQL fulfil it; nothing else knows which one runs. */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Sha256 } from '../domain/ledger.ts';

/** A connection or an open transaction: every question of this folder takes one. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** One ledger line as the mirror file holds it. */
export interface MirrorLine {
  seq: number;
  hash: string;
  [member: string]: unknown;
}

/** An fsynced copy of the ledger beside a database that does not fsync. */
export interface Mirror {
  readonly lastSeq: number;
  append(lines: MirrorLine[]): Promise<void>;
}

export interface Store {
  db: Db;
  sha256: Sha256;
  /**
   * Runs `work` in one transaction; what it added to the ledger is in the mirror, fsynced, before this returns. Act on the world only
   * after that.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Runs `work` while no one else, in any process on this database, holds the same key. Waits for its turn. */
  exclusively<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** How the job queue reaches the same database; opaque here. */
  queue: { backend: 'pglite'; pglite: unknown } | { backend: 'postgres'; connectionString: string };
  close(): Promise<void>;
}

/** One holder a key within this process, in order of arrival. */
export function keyedMutex(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    tails.set(key, settled);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === settled) tails.delete(key);
    }
  };
}
