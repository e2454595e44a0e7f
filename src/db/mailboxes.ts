/** Questions about connected mailboxes and CRMs: both are accounts that may fall ill and recover. */
import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type MailboxRow = typeof schema.mailbox.$inferSelect;
export type CrmRow = typeof schema.crm.$inferSelect;
type Account = typeof schema.mailbox | typeof schema.crm;

export async function findMailbox(db: Db, id: string): Promise<MailboxRow | null> {
  const [row] = await db.select().from(schema.mailbox).where(eq(schema.mailbox.id, id));
  return row ?? null;
}

export async function findCrm(db: Db, id: string): Promise<CrmRow | null> {
  const [row] = await db.select().from(schema.crm).where(eq(schema.crm.id, id));
  return row ?? null;
}

/** Accounts to be read now: last read before `readBefore`, and not told to wait. */
export async function accountsDue(db: Db, table: Account, readBefore: Date, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        or(isNull(table.syncedAt), lte(table.syncedAt, readBefore)),
        or(isNull(table.nextTryAt), lte(table.nextTryAt, now)),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Notes that an account was read to the end: it is well again. */
export async function noteSuccess(tx: Db, table: Account, id: string, now: Date): Promise<void> {
  await tx
    .update(table)
    .set({ syncedAt: now, problem: null, problemSince: null, failures: 0, nextTryAt: null })
    .where(eq(table.id, id));
}

/** Notes one sentence about what is wrong; the time since when is kept while it lasts. */
export async function noteProblem(
  tx: Db,
  table: Account,
  row: { id: string; failures: number; problemSince: Date | null },
  problem: string,
  nextTryAt: Date,
  now: Date,
): Promise<void> {
  await tx
    .update(table)
    .set({ problem, problemSince: row.problemSince ?? now, failures: row.failures + 1, nextTryAt })
    .where(eq(table.id, row.id));
}

/** Addresses of this list whose past mail has not been searched yet. */
export async function unsearched(db: Db, mailboxId: string, addresses: string[]): Promise<string[]> {
  const known = new Set<string>();
  for (let at = 0; at < addresses.length; at += 1_000) {
    const rows = await db
      .select({ address: schema.searchedAddress.address })
      .from(schema.searchedAddress)
      .where(
        and(
          eq(schema.searchedAddress.mailboxId, mailboxId),
          inArray(schema.searchedAddress.address, addresses.slice(at, at + 1_000)),
        ),
      );
    for (const { address } of rows) known.add(address);
  }
  return addresses.filter((address) => !known.has(address));
}

export async function noteSearched(tx: Db, mailboxId: string, addresses: string[], now: Date): Promise<void> {
  for (let at = 0; at < addresses.length; at += 1_000)
    await tx
      .insert(schema.searchedAddress)
      .values(addresses.slice(at, at + 1_000).map((address) => ({ mailboxId, address, searchedAt: now })))
      .onConflictDoNothing();
}
