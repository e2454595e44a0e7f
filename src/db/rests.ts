/** Who has asked any rep of this installation for rest. Kept when the thread, the deal or the access to the mailbox is gone: it was asked for all the same. */
import { and, eq, inArray, lt } from 'drizzle-orm';
import { addressKey } from '../domain/addresses.ts';
import type { Rest } from '../domain/rests.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

const { rest } = schema;

/** Puts what these messages of a mailbox ask for in the place of what they asked for before. Safe to do twice. */
export async function replaceRests(
  tx: Db,
  mailboxId: string,
  messageIds: readonly string[],
  found: readonly Rest[],
): Promise<void> {
  for (let at = 0; at < messageIds.length; at += 1_000)
    await tx
      .delete(rest)
      .where(and(eq(rest.mailboxId, mailboxId), inArray(rest.messageId, messageIds.slice(at, at + 1_000))));
  const rows = found.map((each) => ({ ...each, mailboxId, addressKey: addressKey(each.address) }));
  for (let at = 0; at < rows.length; at += 500)
    await tx
      .insert(rest)
      .values(rows.slice(at, at + 500))
      .onConflictDoNothing();
}

/** Rests of a mailbox that are over by `today`, a civil date. */
export async function dropOutlivedRests(tx: Db, mailboxId: string, today: string): Promise<void> {
  await tx.delete(rest).where(and(eq(rest.mailboxId, mailboxId), lt(rest.until, today)));
}

/**
 * What was asked of other mailboxes than this one by these people, given by `addressKey`, and for these companies, given by their domains; but for what
 * the same person has lifted since, in whichever mailbox.
 */
export async function restsOfOthers(
  db: Db,
  mailboxId: string,
  keys: readonly string[],
  companies: readonly string[],
): Promise<Rest[]> {
  const rows: (typeof rest.$inferSelect)[] = [];
  const look = async (column: typeof rest.addressKey | typeof rest.company, values: readonly string[]) => {
    for (let at = 0; at < values.length; at += 1_000)
      rows.push(
        ...(await db
          .select()
          .from(rest)
          .where(inArray(column, values.slice(at, at + 1_000)))),
      );
  };
  await look(rest.addressKey, keys);
  await look(rest.company, companies);
  const lifted = new Map<string, number>();
  for (const { kind, addressKey: key, date } of rows)
    if (kind === 'lift') lifted.set(key, Math.max(lifted.get(key) ?? 0, date.getTime()));
  return rows
    .filter((row) => row.mailboxId !== mailboxId && row.date.getTime() > (lifted.get(row.addressKey) ?? 0))
    .map(({ mailboxId: _, addressKey: __, ...each }) => each);
}
