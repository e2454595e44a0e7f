/** What persons have told us not to do, and the wishes for rest that they have lifted. */
import { asc, eq, isNull, sql } from 'drizzle-orm';
import { liftedKey } from '../domain/lifted-holds.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

const { pause, liftedHold } = schema;

export type PauseRow = typeof pause.$inferSelect;

/** Those that no person has lifted; whether their day has come is for `pausesOver` to say. */
export async function pausesInForce(db: Db): Promise<PauseRow[]> {
  return db.select().from(pause).where(isNull(pause.liftedAt)).orderBy(asc(pause.since), asc(pause.id));
}

/**
 * Keeps every pause from starting or ending until the transaction ends, and waits for one that is being made: whoever asks in it is not overtaken. The first
 * thing in its transaction, for who ends a pause holds it and then changes.
 */
export async function keepPauses(tx: Db): Promise<void> {
  await tx.execute(sql`lock table ${pause} in share mode`);
}

export async function findPause(db: Db, id: string): Promise<PauseRow | null> {
  const [row] = await db.select().from(pause).where(eq(pause.id, id));
  return row ?? null;
}

/** The wishes for rest of a mailbox that its rep has lifted, as `liftedKey` names them. */
export async function liftedHolds(db: Db, mailboxId: string): Promise<ReadonlySet<string>> {
  const rows = await db.select().from(liftedHold).where(eq(liftedHold.mailboxId, mailboxId));
  return new Set(rows.map(liftedKey));
}
