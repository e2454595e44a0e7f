/** Reads what changed in the CRM. New contacts make mailboxes look for their mail. */
import { eq } from 'drizzle-orm';
import { saveDeals } from '../db/deals.ts';
import { findCrm, noteProblem, noteSuccess } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import { sentenceOf } from '../errors.ts';
import { type Context, nextTry } from './context.ts';

/** Safe to run twice: what is stored under an id is replaced by what the CRM says. */
export async function syncDeals(context: Context, crmId: string): Promise<void> {
  const { store, log } = context;
  const row = await findCrm(store.db, crmId);
  if (!row) return;
  try {
    const crm = await context.crm(row);
    const changes = await crm.changedDeals(row.cursor);
    const changed = changes.cursor !== row.cursor;
    const stages = changed ? await crm.stages() : [];
    await store.transaction(async (tx) => {
      await saveDeals(tx, crmId, changes.deals, changes.contacts, changes.gone);
      await tx
        .update(schema.crm)
        .set({ cursor: changes.cursor, ...(changed ? { rowProblems: changes.problems, stages } : {}) })
        .where(eq(schema.crm.id, crmId));
      await noteSuccess(tx, schema.crm, crmId, context.now());
    });
    if (changes.deals.length + changes.contacts.length + changes.gone.length === 0) return;
    log.info('deals-read', { crm: crmId, count: changes.deals.length });
    for (const { id } of await store.db.select({ id: schema.mailbox.id }).from(schema.mailbox))
      await context.enqueue('sync-mailbox', id);
  } catch (error) {
    const now = context.now();
    await noteProblem(store.db, schema.crm, row, sentenceOf(error), nextTry(error, row.failures, now), now);
    log.warn('crm-problem', { crm: crmId, error });
  }
}
