/** Questions about connected mailboxes and CRMs: both are accounts that may fall ill and recover. */
import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import { NeedsPerson } from '../errors.ts';
import * as schema from './schema.ts';
import type { Db, Store } from './store.ts';

export type MailboxRow = typeof schema.mailbox.$inferSelect;
export type CrmRow = typeof schema.crm.$inferSelect;
type Account = typeof schema.mailbox | typeof schema.crm;

export async function findMailbox(db: Db, id: string): Promise<MailboxRow | null> {
  const [row] = await db.select().from(schema.mailbox).where(eq(schema.mailbox.id, id));
  return row ?? null;
}

/** The mailbox of a rep, by address, connected or not. */
export async function findByRep(db: Db, rep: string): Promise<MailboxRow | null> {
  const [row] = await db.select().from(schema.mailbox).where(eq(schema.mailbox.rep, rep));
  return row ?? null;
}

export async function findCrm(db: Db, id: string): Promise<CrmRow | null> {
  const [row] = await db.select().from(schema.crm).where(eq(schema.crm.id, id));
  return row ?? null;
}

/** As `findMailbox`, but null once it is disconnected: what a job asks for before it touches one. */
export async function findConnected(db: Db, id: string): Promise<MailboxRow | null> {
  const row = await findMailbox(db, id);
  return row && row.disconnectedAt === null ? row : null;
}

/** Accounts that were last read before `readBefore` and were not told to wait, with when that was. */
export async function accountsDue(
  db: Db,
  table: Account,
  readBefore: Date,
  now: Date,
): Promise<{ id: string; syncedAt: Date | null }[]> {
  return db
    .select({ id: table.id, syncedAt: table.syncedAt })
    .from(table)
    .where(
      and(
        or(isNull(table.syncedAt), lte(table.syncedAt, readBefore)),
        or(isNull(table.nextTryAt), lte(table.nextTryAt, now)),
        table === schema.mailbox ? isNull(schema.mailbox.disconnectedAt) : undefined,
      ),
    );
}

/**
 * Changes the sealed secret of a mailbox while no other process can; what `change` gives back is stored in the same transaction, and
 * answered. PostgreSQL locks the row. The embedded database has one process and one connection, which a transaction would keep from everyone while a provider
 * answers: there the lock is this process's, and a secret that was replaced meanwhile stays.
 */
export async function changeSecret(
  store: Store,
  id: string,
  change: (sealed: string) => Promise<string>,
): Promise<string> {
  const { mailbox } = schema;
  const present = (row: MailboxRow | null | undefined): string => {
    if (!row?.secret) throw new NeedsPerson('This mailbox was disconnected: connect it again to have it read.');
    return row.secret;
  };
  if (store.queue.backend === 'postgres')
    return store.db.transaction(async (tx) => {
      const [row] = await tx.select().from(mailbox).where(eq(mailbox.id, id)).for('update');
      const before = present(row);
      const after = await change(before);
      if (after !== before) await tx.update(mailbox).set({ secret: after }).where(eq(mailbox.id, id));
      return after;
    });
  return store.exclusively(`secret/${id}`, async () => {
    const before = present(await findMailbox(store.db, id));
    const after = await change(before);
    if (after === before) return after;
    const rows = await store.db
      .update(mailbox)
      .set({ secret: after })
      .where(and(eq(mailbox.id, id), eq(mailbox.secret, before)))
      .returning({ id: mailbox.id });
    return rows.length === 1 ? after : present(await findMailbox(store.db, id));
  });
}

/** Connected mailboxes of a kind that notices are about: by the hashes of their words, or by the addresses of their accounts. */
export async function mailboxesNoticed(
  db: Db,
  kind: string,
  { hashes, addresses }: { hashes: string[]; addresses: string[] },
): Promise<Pick<MailboxRow, 'id' | 'nextTryAt'>[]> {
  const { mailbox } = schema;
  return db
    .select({ id: mailbox.id, nextTryAt: mailbox.nextTryAt })
    .from(mailbox)
    .where(
      and(
        eq(mailbox.kind, kind),
        isNull(mailbox.disconnectedAt),
        or(inArray(mailbox.pushHash, hashes), inArray(mailbox.account, addresses)),
      ),
    );
}

/** Connected mailboxes of these kinds whose notices are to be arranged, again or for the first time. */
export async function pushDue(db: Db, kinds: string[], now: Date): Promise<string[]> {
  const { mailbox } = schema;
  if (kinds.length === 0) return [];
  const rows = await db
    .select({ id: mailbox.id })
    .from(mailbox)
    .where(
      and(
        inArray(mailbox.kind, kinds),
        isNull(mailbox.disconnectedAt),
        isNull(mailbox.problem),
        or(isNull(mailbox.pushRenewAt), lte(mailbox.pushRenewAt, now)),
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

/**
 * Addresses of this list whose past mail has not been searched yet. Those that are no longer on it are forgotten: what is written while no open deal
 * names them is found when one does again.
 */
export async function unsearched(db: Db, mailboxId: string, addresses: string[]): Promise<string[]> {
  const { searchedAddress } = schema;
  const mine = eq(searchedAddress.mailboxId, mailboxId);
  const rows = await db.select({ address: searchedAddress.address }).from(searchedAddress).where(mine);
  const known = new Set(rows.map(({ address }) => address));
  const wanted = new Set(addresses);
  const left = [...known].filter((address) => !wanted.has(address));
  for (let at = 0; at < left.length; at += 1_000)
    await db.delete(searchedAddress).where(and(mine, inArray(searchedAddress.address, left.slice(at, at + 1_000))));
  return addresses.filter((address) => !known.has(address));
}

export async function noteSearched(tx: Db, mailboxId: string, addresses: string[], now: Date): Promise<void> {
  for (let at = 0; at < addresses.length; at += 1_000)
    await tx
      .insert(schema.searchedAddress)
      .values(addresses.slice(at, at + 1_000).map((address) => ({ mailboxId, address, searchedAt: now })))
      .onConflictDoNothing();
}
