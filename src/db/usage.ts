/** What mailboxes cost their providers. */
import { and, eq, sql } from 'drizzle-orm';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export interface Usage {
  requests: number;
  units: number;
}

/** Adds to a mailbox's day. Calling twice counts twice. */
export async function addUsage(db: Db, mailboxId: string, day: string, { requests, units }: Usage): Promise<void> {
  const { usage } = schema;
  await db
    .insert(usage)
    .values({ mailboxId, day, requests, units })
    .onConflictDoUpdate({
      target: [usage.mailboxId, usage.day],
      set: { requests: sql`${usage.requests} + ${requests}`, units: sql`${usage.units} + ${units}` },
    });
}

/** Of one day; nothing asked is zero. */
export async function usageOn(db: Db, mailboxId: string, day: string): Promise<Usage> {
  const { usage } = schema;
  const [row] = await db
    .select({ requests: usage.requests, units: usage.units })
    .from(usage)
    .where(and(eq(usage.mailboxId, mailboxId), eq(usage.day, day)));
  return row ?? { requests: 0, units: 0 };
}
